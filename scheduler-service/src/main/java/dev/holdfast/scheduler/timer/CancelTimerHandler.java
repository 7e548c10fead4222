package dev.holdfast.scheduler.timer;

import dev.holdfast.contracts.scheduler.CancelTimer;
import dev.holdfast.courier.handler.CommandHandler;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.courier.retry.PermanentFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Cancels timers: one statement for as many as arrive together. */
@ApplicationScoped
public class CancelTimerHandler implements CommandHandler<CancelTimer> {

    private static final Logger LOG = Logger.getLogger(CancelTimerHandler.class);

    private final TimerTable timers;

    CancelTimerHandler(TimerTable timers) {
        this.timers = timers;
    }

    @Override
    public Class<CancelTimer> command() {
        return CancelTimer.class;
    }

    @Override
    public void handle(Received<CancelTimer> command) {
        handleAll(List.of(command));
    }

    /** Cancels those that have not fired, also those that are yet to be set. */
    @Override
    public void handleAll(List<Received<CancelTimer>> commands) {
        int canceled = timers.cancel(commands.stream().map(CancelTimerHandler::timer).toList());
        LOG.debugf("Canceled %d timers of %d asked for.", canceled, commands.size());
    }

    private static String timer(Received<CancelTimer> command) {
        String timer = command.body().timer();
        if (timer == null || timer.isBlank()) {
            throw new PermanentFailure("A CancelTimer names no timer.");
        }
        return timer;
    }
}
