package dev.holdfast.gateway.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.contracts.Event;
import dev.holdfast.contracts.operations.DeadLetterChange;
import dev.holdfast.contracts.operations.DeadLetterDiscarded;
import dev.holdfast.contracts.operations.DeadLetterRedriven;
import dev.holdfast.contracts.operations.DeadLetterResolved;
import dev.holdfast.contracts.operations.DeadLettered;
import dev.holdfast.courier.handler.Received;
import java.time.Instant;
import java.util.UUID;

/** Something that happened to a dead letter, as a row of its history. */
record Happened(
        UUID eventId,
        UUID letter,
        long version,
        Instant at,
        String change,
        String by,
        String reason,
        String detail,
        UUID command,
        String tries) {

    static Happened of(Received<Event> event, DeadLetterChange change, ObjectMapper json) {
        return switch (change) {
            case DeadLettered dead ->
                    of(
                            event,
                            change,
                            "dead",
                            null,
                            dead.reason(),
                            dead.detail(),
                            null,
                            dead.tries() == null ? null : write(json, dead.tries()));
            case DeadLetterRedriven sent ->
                    of(
                            event,
                            change,
                            "redriven",
                            sent.by(),
                            sent.reason(),
                            null,
                            sent.redriveId(),
                            null);
            case DeadLetterResolved resolved ->
                    of(event, change, "resolved", null, resolved.how(), null, null, null);
            case DeadLetterDiscarded gone ->
                    of(
                            event,
                            change,
                            "discarded",
                            gone.by(),
                            gone.reason(),
                            null,
                            gone.discardId(),
                            null);
        };
    }

    /** The first versions did not count what happened. */
    static long version(DeadLetterChange change) {
        return change.version() == null ? 1 : change.version();
    }

    private static Happened of(
            Received<Event> event,
            DeadLetterChange told,
            String change,
            String by,
            String reason,
            String detail,
            UUID command,
            String tries) {
        return new Happened(
                event.envelope().id(),
                told.deadLetterId(),
                version(told),
                event.envelope().time(),
                change,
                by,
                reason,
                detail,
                command,
                tries);
    }

    private static String write(ObjectMapper json, Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was read as JSON can be written as such.", e);
        }
    }
}
