package dev.holdfast.gateway.deadletter;

import dev.holdfast.contracts.Service;
import dev.holdfast.gateway.listing.Key;
import dev.holdfast.gateway.listing.Listing;
import dev.holdfast.gateway.problem.Refused;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;

/** Which dead letters a list shows; null wherever it does not matter. */
record DeadLetterFilter(
        String service,
        String state,
        String reason,
        String type,
        String subject,
        Instant from,
        Instant until) {

    /** The parameters of the query. */
    static final String[] PARAMETERS = {
        "service", "state", "reason", "type", "subject", "from", "until"
    };

    private static final List<String> STATES = List.of("dead", "redriven", "resolved", "discarded");

    private static final List<Key<DeadLetterRow>> BY_TIME =
            List.of(Key.instant("dead_at", row -> row.deadAt), Key.uuid("id", row -> row.id));

    /**
     * From the query.
     *
     * @throws Refused if a parameter makes no sense
     */
    static DeadLetterFilter parse(MultivaluedMap<String, String> query) {
        return new DeadLetterFilter(
                oneOf("service", query.getFirst("service"), services()),
                oneOf("state", query.getFirst("state"), STATES),
                query.getFirst("reason"),
                query.getFirst("type"),
                query.getFirst("subject"),
                time("from", query.getFirst("from")),
                time("until", query.getFirst("until")));
    }

    /** Newest first. */
    Listing<DeadLetterRow> listing() {
        var listing = Listing.of(DeadLetterRow.class, "dead_letter_view");
        where(listing, "service = ?", service);
        where(listing, "state = ?", state);
        where(listing, "reason = ?", reason);
        where(listing, "type = ?", type);
        where(listing, "subject = ?", subject);
        where(listing, "dead_at >= ?", from);
        where(listing, "dead_at < ?", until);
        return listing.descending(BY_TIME);
    }

    static List<String> services() {
        return Arrays.stream(Service.values()).map(Service::label).toList();
    }

    private static void where(Listing<DeadLetterRow> listing, String condition, Object value) {
        if (value != null) {
            listing.where(condition, value);
        }
    }

    private static String oneOf(String name, String given, List<String> known) {
        if (given != null && !known.contains(given)) {
            throw Refused.parameter(name, "must be one of " + String.join(", ", known));
        }
        return given;
    }

    private static Instant time(String name, String given) {
        try {
            return given == null ? null : Instant.parse(given);
        } catch (DateTimeParseException e) {
            throw Refused.parameter(
                    name, "must be a time in UTC, for instance 2026-11-23T10:15:30Z");
        }
    }
}
