package dev.holdfast.gateway.deadletter;

import dev.holdfast.contracts.operations.FailedTry;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A dead letter with its message, which may hold personal data, and all that happened to it.
 *
 * @param headers of the message; null if they were not told
 * @param payload the message; null if it was not told
 * @param history oldest first
 */
@RegisterForReflection(targets = {DeadLetterStory.class, FailedTry.class})
public record DeadLetterStory(
        UUID id,
        String service,
        String origin,
        String address,
        UUID messageId,
        String type,
        String subject,
        String reason,
        String detail,
        String state,
        Instant firstFailedAt,
        Instant deadAt,
        Instant changedAt,
        Map<String, String> headers,
        Message payload,
        List<Change> history) {

    static DeadLetterStory of(
            DeadLetter letter, Map<String, String> headers, Message payload, List<Change> history) {
        return new DeadLetterStory(
                letter.id(),
                letter.service(),
                letter.origin(),
                letter.address(),
                letter.messageId(),
                letter.type(),
                letter.subject(),
                letter.reason(),
                letter.detail(),
                letter.state(),
                letter.firstFailedAt(),
                letter.deadAt(),
                letter.changedAt(),
                headers,
                payload,
                history);
    }

    /**
     * The message's body.
     *
     * @param text of it what is text, cut to a bounded length
     * @param bytes how long it is
     * @param whole whether the text is all of it, unchanged
     */
    @RegisterForReflection
    public record Message(String text, long bytes, boolean whole) {}

    /**
     * Something that happened to it.
     *
     * @param change {@code dead}, {@code redriven}, {@code resolved} or {@code discarded}
     * @param by who wanted it; null if nobody did
     * @param reason a stable code, or who wanted it said why
     * @param commandId of the redrive or the discard; null if it was neither
     * @param tries the tries that failed before it died; null if it did not
     */
    @RegisterForReflection
    public record Change(
            Instant at,
            String change,
            String by,
            String reason,
            String detail,
            UUID commandId,
            List<FailedTry> tries) {}
}
