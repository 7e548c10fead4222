package dev.holdfast.scheduler.timer;

import dev.holdfast.contracts.scheduler.SetTimer;
import dev.holdfast.courier.handler.CommandHandler;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.scheduler.fire.Fires;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import org.jboss.logging.Logger;

/** Sets timers: one statement for as many as arrive together. */
@ApplicationScoped
public class SetTimerHandler implements CommandHandler<SetTimer> {

    private static final Logger LOG = Logger.getLogger(SetTimerHandler.class);

    private final TimerTable timers;
    private final Fires fires;
    private final Event<TimersSet> timersSet;

    SetTimerHandler(TimerTable timers, Fires fires, Event<TimersSet> timersSet) {
        this.timers = timers;
        this.fires = fires;
        this.timersSet = timersSet;
    }

    @Override
    public Class<SetTimer> command() {
        return SetTimer.class;
    }

    @Override
    public void handle(Received<SetTimer> command) {
        handleAll(List.of(command));
    }

    /**
     * Sets those that are not yet known and leaves the others as they are.
     *
     * @throws dev.holdfast.courier.retry.PermanentFailure if one of them is incomplete or would
     *     send what no service takes
     */
    @Override
    public void handleAll(List<Received<SetTimer>> commands) {
        var set =
                timers.set(commands.stream().map(command -> NewTimer.of(command, fires)).toList());
        if (set.count() > 0) {
            timersSet.fire(set);
        }
        LOG.debugf("Set %d timers of %d asked for.", set.count(), commands.size());
    }
}
