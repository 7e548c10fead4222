package dev.holdfast.scheduler.timer;

import dev.holdfast.contracts.scheduler.MoveTimer;
import dev.holdfast.courier.handler.CommandHandler;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.courier.retry.ConflictFailure;
import dev.holdfast.courier.retry.PermanentFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import org.jboss.logging.Logger;

/** Moves timers: one statement for as many as arrive together. */
@ApplicationScoped
public class MoveTimerHandler implements CommandHandler<MoveTimer> {

    private static final Logger LOG = Logger.getLogger(MoveTimerHandler.class);

    private final TimerMoves moves;
    private final Event<TimersSet> timersSet;

    MoveTimerHandler(TimerMoves moves, Event<TimersSet> timersSet) {
        this.moves = moves;
        this.timersSet = timersSet;
    }

    @Override
    public Class<MoveTimer> command() {
        return MoveTimer.class;
    }

    @Override
    public void handle(Received<MoveTimer> command) {
        handleAll(List.of(command));
    }

    /**
     * Moves those that wait.
     *
     * @throws PermanentFailure if one of the commands is incomplete
     * @throws ConflictFailure if one of the timers is not known: its SetTimer may be on its way
     */
    @Override
    public void handleAll(List<Received<MoveTimer>> commands) {
        List<MoveTimer> wanted = commands.stream().map(MoveTimerHandler::complete).toList();
        var unknown = moves.unknown(wanted);
        if (!unknown.isEmpty()) {
            throw new ConflictFailure(
                    "Timer '%s' is to be moved and not set yet.".formatted(unknown.getFirst()));
        }
        var moved = moves.move(wanted);
        if (moved.count() > 0) {
            timersSet.fire(moved);
        }
        LOG.debugf("Moved %d timers of %d asked for.", moved.count(), commands.size());
    }

    private static MoveTimer complete(Received<MoveTimer> command) {
        MoveTimer move = command.body();
        if (move.timer() == null || move.timer().isBlank()) {
            throw new PermanentFailure("A MoveTimer names no timer.");
        }
        if (move.dueAt() == null || !move.dueAt().isBefore(NewTimer.LATEST)) {
            throw new PermanentFailure(
                    "Timer '%s' is to be moved to no time before the year 9999."
                            .formatted(move.timer()));
        }
        return move;
    }
}
