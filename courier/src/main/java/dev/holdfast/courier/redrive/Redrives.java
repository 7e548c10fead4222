package dev.holdfast.courier.redrive;

import dev.holdfast.contracts.Service;
import dev.holdfast.contracts.operations.DeadLetterSelection;
import dev.holdfast.contracts.operations.RedriveChange;
import dev.holdfast.contracts.operations.RedriveDeadLetters;
import dev.holdfast.contracts.operations.RedriveFinished;
import dev.holdfast.contracts.operations.RedriveProgressed;
import dev.holdfast.contracts.operations.RedriveStarted;
import dev.holdfast.courier.deadletter.HeldLetter;
import dev.holdfast.courier.deadletter.Redriving;
import dev.holdfast.courier.deadletter.Selected;
import dev.holdfast.courier.deadletter.Tally;
import dev.holdfast.courier.deadletter.Wish;
import dev.holdfast.courier.failpoint.Failpoint;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.courier.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Redrives: who has which dead letters tried again, and how far that has come.
 *
 * <p><b>Guarantee.</b> Each method is one step in the caller's transaction. A step holds the
 * redrive's row, so steps of one redrive follow each other wherever they are taken, also if a
 * worker that was paused and replaced wakes up: each begins where the last one that was committed
 * had come to. Letters, copies, counts and news of a step stand together. Once a cancel has been
 * committed, no step sends anything.
 *
 * <p>Killed between any two lines, either a whole step stands or nothing of it: the next one goes
 * on behind it, here or elsewhere, and sends nothing twice.
 */
@ApplicationScoped
public class Redrives {

    private static final Logger LOG = Logger.getLogger(Redrives.class);
    private static final int SHOWN = 100;

    private final RedriveTable table;
    private final Selected selected;
    private final Redriving redriving;
    private final Outbox outbox;
    private final Service service;

    Redrives(
            RedriveTable table,
            Selected selected,
            Redriving redriving,
            Outbox outbox,
            @ConfigProperty(name = "holdfast.service") String service) {
        this.table = table;
        this.selected = selected;
        this.redriving = redriving;
        this.outbox = outbox;
        this.service = Service.named(service);
    }

    /** Begins it: what dies from now on is not part of it. A dry run is over with that. */
    public void begin(RedriveDeadLetters wanted) {
        DeadLetterSelection selection = selected.untilNow(wanted.selection());
        long matched = selected.count(selection);
        List<UUID> first = selected.first(selection, SHOWN);
        table.begin(wanted, selection, matched);
        tell(
                new RedriveStarted(
                        wanted.redriveId(),
                        service.label(),
                        selection,
                        wanted.dryRun(),
                        wanted.ratePerSecond(),
                        wanted.by(),
                        wanted.reason(),
                        matched,
                        first));
        LOG.infof(
                "Redrive %s of %d dead letters begins, asked for by %s%s.",
                wanted.redriveId(), matched, wanted.by(), wanted.dryRun() ? " as a dry run" : "");
    }

    /**
     * Takes a step.
     *
     * @param atMost how many letters
     * @return how many it was; empty if the redrive is over
     */
    public OptionalInt step(UUID id, int atMost) {
        var running = table.hold(id);
        if (running.isEmpty()) {
            return OptionalInt.empty();
        }
        Redrive redrive = running.get();
        List<HeldLetter> letters = selected.hold(redrive.selection(), redrive.lastId(), atMost);
        if (letters.isEmpty()) {
            finish(id, "completed", null, null, of(id));
            return OptionalInt.empty();
        }
        Tally tally = redriving.send(letters, new Wish(id, redrive.by(), redrive.reason()));
        Counts counts = table.count(redrive, letters.getLast().id(), tally);
        if (redrive.overdue()) {
            tell(
                    new RedriveProgressed(
                            id,
                            service.label(),
                            counts.redriven(),
                            counts.resolved(),
                            counts.skipped()));
        }
        Failpoint.at("redrive.sent-not-committed");
        return OptionalInt.of(letters.size());
    }

    /**
     * Ends it before its time.
     *
     * @param cause what asked for it
     * @return whether it ran; if not, there is none, or it was over
     */
    public boolean cancel(UUID id, String by, String reason, Cause cause) {
        return finish(id, "canceled", by, reason, cause);
    }

    private boolean finish(UUID id, String state, String by, String reason, Cause cause) {
        var counts = table.finish(id, state, by, reason);
        counts.ifPresent(
                done -> {
                    outbox.publish(
                            new RedriveFinished(
                                    id,
                                    service.label(),
                                    state,
                                    done.redriven(),
                                    done.resolved(),
                                    done.skipped(),
                                    by,
                                    reason),
                            cause);
                    LOG.infof(
                            "Redrive %s is %s: %d sent again, %d resolved, %d skipped.",
                            id, state, done.redriven(), done.resolved(), done.skipped());
                });
        return counts.isPresent();
    }

    private void tell(RedriveChange change) {
        outbox.publish(change, of(change.redriveId()));
    }

    private static Cause of(UUID redriveId) {
        return new Cause(redriveId, redriveId);
    }
}
