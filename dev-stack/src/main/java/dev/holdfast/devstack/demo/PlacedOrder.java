package dev.holdfast.devstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * An order as the API lists it.
 *
 * @param reason a stable code; null unless it was rejected, declined or expired
 * @param confirmedAt null unless it was
 */
record PlacedOrder(
        String id,
        String reference,
        String status,
        String reason,
        int lines,
        Instant acceptedAt,
        Instant confirmedAt) {

    private static final Set<String> ENDS = Set.of("confirmed", "rejected", "declined", "expired");

    static PlacedOrder of(JsonNode json) {
        return new PlacedOrder(
                json.path("id").asText(),
                json.path("reference").asText(),
                json.path("status").asText(),
                json.path("reason").asText(null),
                json.path("lines").size(),
                instant(json, "acceptedAt"),
                instant(json, "confirmedAt"));
    }

    boolean isSettled() {
        return ENDS.contains(status);
    }

    boolean isConfirmed() {
        return status.equals("confirmed");
    }

    /** From the request to the confirmation, by the services' clocks. */
    Duration timeToConfirmed() {
        return Duration.between(acceptedAt, confirmedAt);
    }

    private static Instant instant(JsonNode json, String field) {
        String text = json.path(field).asText(null);
        return text == null ? null : Instant.parse(text);
    }
}
