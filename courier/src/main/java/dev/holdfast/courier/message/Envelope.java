package dev.holdfast.courier.message;

import java.time.Instant;
import java.util.UUID;

/**
 * What is written on the outside of a message: the CloudEvents 1.0 attributes that every hop keeps.
 *
 * @param id UUIDv7, made when the message was written; a redelivery keeps it
 * @param type {@code holdfast.<context>.<Name>.v<N>}
 * @param source who wrote it, for instance {@code /order-worker}
 * @param key what it is about: CloudEvents' {@code subject} and {@code partitionkey}
 * @param sequence the version in its stream, from 1; null for commands
 * @param time when it was written, by the database's clock
 * @param correlationId the command that began the story
 * @param causationId the message that caused this one; null if it began the story
 * @param traceparent W3C trace context of the span that wrote it; null if nothing was traced
 */
public record Envelope(
        UUID id,
        String type,
        String source,
        String key,
        Long sequence,
        Instant time,
        UUID correlationId,
        UUID causationId,
        String traceparent) {}
