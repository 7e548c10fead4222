package dev.holdfast.orders.store;

import java.util.UUID;

/**
 * A row of {@code order_event} as it was written, perhaps by an older build.
 *
 * @param type the type id with its version
 * @param data JSON
 */
record StoredEvent(UUID streamId, int version, String type, String data) {}
