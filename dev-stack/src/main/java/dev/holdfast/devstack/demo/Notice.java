package dev.holdfast.devstack.demo;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A notification as the API lists it.
 *
 * @param kind for instance {@code order-confirmed}
 * @param status {@code sent} once the mail has gone out
 */
record Notice(String orderId, String kind, String status) {

    static Notice of(JsonNode json) {
        return new Notice(
                json.path("orderId").asText(),
                json.path("kind").asText(),
                json.path("status").asText());
    }

    boolean isSent() {
        return status.equals("sent");
    }

    /** Whether nothing more will come of it. */
    boolean isSettled() {
        return isSent() || status.equals("failed");
    }
}
