package dev.holdfast.jobs.redrive;

import dev.holdfast.contracts.operations.DeadLetterSelection;
import dev.holdfast.contracts.operations.DeadLettersDiscarded;
import dev.holdfast.contracts.operations.DiscardDeadLetters;
import dev.holdfast.courier.deadletter.Discarding;
import dev.holdfast.courier.deadletter.HeldLetter;
import dev.holdfast.courier.deadletter.Selected;
import dev.holdfast.courier.deadletter.Wish;
import dev.holdfast.courier.handler.CommandHandler;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.courier.outbox.Outbox;
import dev.holdfast.courier.retry.PermanentFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Gives dead letters up: so many in one transaction, and if there are more, by sending itself the
 * rest in the same one. What dies after the first is not part of it.
 */
@ApplicationScoped
class DiscardHandler implements CommandHandler<DiscardDeadLetters> {

    private static final Logger LOG = Logger.getLogger(DiscardHandler.class);
    private static final int TOGETHER = 500;
    private static final UUID FROM_THE_FIRST = new UUID(0, 0);

    private final Selected selected;
    private final Discarding discarding;
    private final Outbox outbox;

    DiscardHandler(Selected selected, Discarding discarding, Outbox outbox) {
        this.selected = selected;
        this.discarding = discarding;
        this.outbox = outbox;
    }

    @Override
    public Class<DiscardDeadLetters> command() {
        return DiscardDeadLetters.class;
    }

    @Override
    public void handle(Received<DiscardDeadLetters> received) {
        var command = received.body();
        if (command.selection() == null) {
            throw new PermanentFailure("A discard needs a selection.");
        }
        DeadLetterSelection selection = selected.untilNow(command.selection());
        List<HeldLetter> letters = selected.hold(selection, FROM_THE_FIRST, TOGETHER);
        var wish = new Wish(command.discardId(), command.by(), command.reason());
        int discarded = discarding.discard(letters, wish);
        long all = command.discarded() + discarded;
        var cause = Cause.of(received.envelope());
        if (letters.size() == TOGETHER && discarded > 0) {
            outbox.send(rest(command, selection, all), cause);
        } else {
            outbox.publish(
                    new DeadLettersDiscarded(command.discardId(), command.service(), all), cause);
            LOG.infof(
                    "Discarded %d dead letters, asked for by %s: %s.",
                    all, command.by(), command.discardId());
        }
    }

    private static DiscardDeadLetters rest(
            DiscardDeadLetters command, DeadLetterSelection selection, long discarded) {
        return new DiscardDeadLetters(
                command.discardId(),
                command.service(),
                selection,
                command.by(),
                command.reason(),
                discarded);
    }
}
