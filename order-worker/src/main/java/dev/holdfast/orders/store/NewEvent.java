package dev.holdfast.orders.store;

import java.util.UUID;

/**
 * A row of {@code order_event} about to be written.
 *
 * @param expected the version its stream must have reached before this append
 * @param type the type id with its version
 * @param data JSON
 */
record NewEvent(
        UUID streamId,
        int version,
        int expected,
        UUID eventId,
        String type,
        UUID correlationId,
        UUID causationId,
        String traceparent,
        String data) {}
