package dev.holdfast.courier.deadletter;

import dev.holdfast.courier.deadletter.DeadLetterTable.Recorded;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Sets messages aside that cannot be handled: whoever gives one up, from whatever broker or to
 * whichever, records it here.
 *
 * <p><b>Guarantee.</b> The row and the event that tells of it stand together, and once for each
 * message and consumer, however often it fails: a message that was sent again and failed again is
 * dead again in its row, with its history appended. The inbox does not have the message: it can be
 * tried again.
 *
 * <p>Killed before the commit, nothing stands and the message is still with its broker, which is
 * answered only afterwards. Killed after it, the message comes again and changes nothing.
 */
@ApplicationScoped
public class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final DeadLetterTable table;
    private final LetterNews news;
    private final MeterRegistry meters;

    DeadLetters(DeadLetterTable table, LetterNews news, MeterRegistry meters) {
        this.table = table;
        this.news = news;
        this.meters = meters;
    }

    /**
     * Records a dead letter, in the current transaction; acknowledge the message after its commit.
     */
    public void record(DeadLetter letter) {
        table.insert(letter)
                .ifPresentOrElse(
                        recorded -> tell(recorded, letter),
                        () ->
                                LOG.debugf(
                                        "Message %s is a dead letter already.",
                                        letter.messageId()));
    }

    private void tell(Recorded recorded, DeadLetter letter) {
        news.dead(recorded.id(), recorded.version(), letter);
        meters.counter("holdfast.deadletters", "reason", letter.reason().code()).increment();
        LOG.warnf(
                "Message %s (%s) from %s is dead letter %s: %s.",
                letter.messageId(),
                letter.type(),
                letter.address(),
                recorded.id(),
                letter.reason().code());
    }
}
