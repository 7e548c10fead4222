package dev.holdfast.courier.kafka;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record as it came, or as it was parked.
 *
 * @param topic where it came from
 * @param place topic, partition and offset
 * @param headers all of them, as text
 * @param body empty if it came without
 */
record EventRecord(String topic, String place, Map<String, String> headers, byte[] body) {

    static EventRecord of(ConsumerRecord<String, byte[]> came) {
        Map<String, String> headers = new TreeMap<>();
        came.headers()
                .forEach(
                        header ->
                                headers.put(
                                        header.key(),
                                        header.value() == null
                                                ? ""
                                                : new String(
                                                        header.value(), StandardCharsets.UTF_8)));
        String place = "%s-%d@%d".formatted(came.topic(), came.partition(), came.offset());
        byte[] body = came.value() == null ? new byte[0] : came.value();
        return new EventRecord(came.topic(), place, headers, body);
    }

    /** An id for a record that has none: the same each time it is read. */
    UUID idOfPlace() {
        return UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8));
    }
}
