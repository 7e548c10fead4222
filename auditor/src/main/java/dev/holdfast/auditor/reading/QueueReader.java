package dev.holdfast.auditor.reading;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.auditor.Addresses.Management;
import dev.holdfast.auditor.evidence.Queue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** How much stands in RabbitMQ's queues, by its management API. */
final class QueueReader {

    private final Management management;

    QueueReader(Management management) {
        this.management = management;
    }

    List<Queue> queues() {
        JsonNode answer =
                Http.get(
                        "RabbitMQ",
                        management.url() + "/api/queues?columns=name,messages",
                        "Authorization",
                        "Basic " + credentials());
        List<Queue> queues = new ArrayList<>();
        answer.forEach(
                queue ->
                        queues.add(
                                new Queue(
                                        queue.path("name").asText(),
                                        queue.path("messages").asLong())));
        return queues;
    }

    private String credentials() {
        String pair = management.user() + ":" + management.password();
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
