package dev.holdfast.devstack.payments;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A line of the journal: what a request changed and what it was answered, together, so that no
 * crash can keep one without the other.
 *
 * @param intent as it stands now
 * @param refund null unless one was made
 * @param key the request's idempotency key; null if it had none
 * @param fingerprint of the request's parameters
 * @param status of the answer
 * @param body of the answer
 */
record Entry(
        Intent intent, Refund refund, String key, String fingerprint, int status, ObjectNode body) {

    /** The same, remembered under an idempotency key. */
    Entry under(String newKey, String newFingerprint) {
        return new Entry(intent, refund, newKey, newFingerprint, status, body);
    }
}
