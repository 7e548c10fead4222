package dev.holdfast.courier.deadletter;

import dev.holdfast.courier.inbox.Inbox;
import dev.holdfast.courier.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Sends dead letters again.
 *
 * <p><b>Guarantee.</b> Copy first, complete after: the copy, the letter's new state and the news of
 * it stand in one transaction, in which the letter is held. Killed before the commit, the letter is
 * dead and nothing was sent; killed after it, the copy leaves by the relay. So a letter is sent
 * once for each time it died, and whoever comes second finds it redriven. Copies leave in the order
 * in which the letters are given.
 *
 * <p>The copy has its whole budget of attempts before it. What was handled meanwhile, by a copy
 * that was on its way already, is not sent but resolved; if that happens only after it was sent,
 * the inbox drops the copy and the watch resolves the letter.
 */
@ApplicationScoped
public class Redriving {

    private static final Logger LOG = Logger.getLogger(Redriving.class);

    private final Copies copies;
    private final Inbox inbox;
    private final WaitingLine line;
    private final Outbox outbox;
    private final LetterLife life;
    private final MeterRegistry meters;

    Redriving(
            Copies copies,
            Inbox inbox,
            WaitingLine line,
            Outbox outbox,
            LetterLife life,
            MeterRegistry meters) {
        this.copies = copies;
        this.inbox = inbox;
        this.line = line;
        this.outbox = outbox;
        this.life = life;
        this.meters = meters;
    }

    /** Sends them again, in their order, in the transaction that holds them. */
    public Tally send(List<HeldLetter> letters, Wish wish) {
        Map<UUID, UUID> sent = new LinkedHashMap<>();
        Map<Resolution, List<UUID>> resolved = new EnumMap<>(Resolution.class);
        for (HeldLetter letter : letters) {
            Resolution already = already(letter);
            if (already == null) {
                UUID as = send(letter);
                if (as != null) {
                    sent.put(letter.id(), as);
                }
            } else {
                resolved.computeIfAbsent(already, _ -> new ArrayList<>()).add(letter.id());
            }
        }
        resolved.forEach((how, ids) -> life.resolved(ids, how));
        int redriven = life.redriven(sent, wish);
        meters.counter("holdfast.deadletters.redriven").increment(redriven);
        int settled = resolved.values().stream().mapToInt(List::size).sum();
        return new Tally(redriven, settled, letters.size() - redriven - settled);
    }

    /** How what it asked for has happened meanwhile; null if it has not. */
    private Resolution already(HeldLetter letter) {
        if (letter.parked()) {
            return line.hurry(letter) ? null : Resolution.DRAINED;
        }
        boolean handled =
                letter.origin() == Origin.QUEUE
                        && (isTaken(letter, letter.messageId())
                                || isTaken(letter, letter.sentAs()));
        return handled ? Resolution.HANDLED : null;
    }

    private boolean isTaken(HeldLetter letter, UUID id) {
        return id != null && inbox.has(letter.consumer(), id);
    }

    /** Under which id it was sent; null if it cannot be. */
    private UUID send(HeldLetter letter) {
        if (letter.parked()) {
            return letter.messageId();
        }
        return switch (copies.of(letter)) {
            case Copy.Message(var row) -> {
                outbox.write(row);
                yield row.messageId();
            }
            case Copy.Waiting() -> {
                line.join(letter);
                yield letter.messageId();
            }
            case Copy.Impossible(String why) -> {
                LOG.infof("Dead letter %s cannot be sent again: %s.", letter.id(), why);
                yield null;
            }
        };
    }
}
