package dev.holdfast.courier.deadletter;

import java.util.UUID;

/**
 * A dead letter to which something has happened, in this transaction.
 *
 * @param version counts what happened to it
 * @param messageId null if it has none
 * @param key null if it has none
 */
record Changed(UUID id, long version, UUID messageId, String key) {}
