package dev.holdfast.courier.deadletter;

import dev.holdfast.courier.message.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Letters that were sent again and never heard of: they are dead again, so that somebody looks. If
 * a copy arrives after all, the inbox has it, and the next redrive finds that out instead of
 * sending.
 */
@ApplicationScoped
class Unanswered {

    private final Selected selected;
    private final DeadLetters deadLetters;

    Unanswered(Selected selected, DeadLetters deadLetters) {
        this.selected = selected;
        this.deadLetters = deadLetters;
    }

    /** Makes them dead again, in the current transaction. */
    void dead(List<UUID> ids, Duration after) {
        selected.holdRedriven(ids).forEach(letter -> deadLetters.record(again(letter, after)));
    }

    private static DeadLetter again(HeldLetter letter, Duration after) {
        return new DeadLetter(
                letter.consumer(),
                letter.origin(),
                letter.address(),
                letter.messageId(),
                letter.type(),
                letter.key(),
                letter.headers(),
                letter.body(),
                Reason.UNANSWERED,
                "It was sent again, and not handled within %s.".formatted(after),
                "[]",
                letter.firstFailedAt(),
                Cause.begin(letter.id()),
                letter.exchange());
    }
}
