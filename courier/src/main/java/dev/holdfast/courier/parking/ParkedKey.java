package dev.holdfast.courier.parking;

/**
 * A Kafka key that cannot go on.
 *
 * @param consumer who cannot go on with it
 * @param topic where its records come from
 * @param key whose records wait
 */
public record ParkedKey(String consumer, String topic, String key) {}
