package dev.holdfast.courier.rabbit;

import dev.holdfast.courier.retry.CircuitOpen;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Which commands are not to be tried for a while, because what they need is known to be down. */
@ApplicationScoped
class CommandCircuits {

    private static final Logger LOG = Logger.getLogger(CommandCircuits.class);

    private final Map<String, Long> closedAgainAt = new ConcurrentHashMap<>();

    /** How long this command is still to be left alone; zero if it may be tried. */
    Duration open(CommandMessage command) {
        Long until = closedAgainAt.get(command.envelope().type());
        if (until == null) {
            return Duration.ZERO;
        }
        long left = until - System.nanoTime();
        return left > 0 ? Duration.ofNanos(left) : Duration.ZERO;
    }

    /**
     * A handler met an open circuit: commands of its type are left alone for as long as it says.
     */
    Duration opened(CommandMessage command, Throwable error) {
        Duration wait = wait(error);
        long until = System.nanoTime() + wait.toNanos();
        if (closedAgainAt.put(command.envelope().type(), until) == null) {
            LOG.warnf("%s is left alone for %s.", command.envelope().type(), wait);
        }
        return wait;
    }

    private static Duration wait(Throwable error) {
        for (Throwable next = error; next != null; next = next.getCause()) {
            if (next instanceof CircuitOpen open) {
                return open.retryAfter();
            }
        }
        return Duration.ofSeconds(1);
    }
}
