package dev.holdfast.courier.deadletter;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Gives dead letters up.
 *
 * <p><b>Guarantee.</b> The letter's state, the news of it and, for a record of a parked key, its
 * leaving the line stand in one transaction, in which the letter is held. A record that went
 * through meanwhile is not given up: it was handled, and the watch says so.
 */
@ApplicationScoped
public class Discarding {

    private final WaitingLine line;
    private final LetterLife life;
    private final MeterRegistry meters;

    Discarding(WaitingLine line, LetterLife life, MeterRegistry meters) {
        this.line = line;
        this.life = life;
        this.meters = meters;
    }

    /**
     * Gives them up, in the transaction that holds them.
     *
     * @return how many were
     */
    public int discard(List<HeldLetter> letters, Wish wish) {
        List<UUID> ids =
                letters.stream()
                        .filter(letter -> !letter.parked() || line.leave(letter))
                        .map(HeldLetter::id)
                        .toList();
        int discarded = life.discarded(ids, wish);
        meters.counter("holdfast.deadletters.discarded").increment(discarded);
        return discarded;
    }
}
