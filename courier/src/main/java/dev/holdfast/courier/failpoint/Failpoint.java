package dev.holdfast.courier.failpoint;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * A named place between two durable steps, where a test may have the process die, stop for a while
 * or fail.
 *
 * <p>Switched on by the system property {@code holdfast.failpoints}, for instance {@code
 * relay.sent-not-advanced=kill@3,command.taken=throw}: the third time, and the first. Each acts
 * once and is then done with, so that what goes on after it is what is tested. Without the property
 * the compiler removes the call.
 */
public final class Failpoint {

    private static final Logger LOG = Logger.getLogger(Failpoint.class);
    private static final Map<String, List<Armed>> ARMED =
            parse(System.getProperty("holdfast.failpoints", ""));
    private static final boolean ANY = !ARMED.isEmpty();

    private Failpoint() {}

    /** Does what the test asked for here; in a released build, nothing. */
    public static void at(String name) {
        if (ANY) {
            ARMED.getOrDefault(name, List.of()).forEach(Armed::pass);
        }
    }

    /**
     * What is asked for, by name.
     *
     * @throws IllegalArgumentException if it cannot be read; the message says what can
     */
    static Map<String, List<Armed>> parse(String asked) {
        return Arrays.stream(asked.split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .map(Armed::parse)
                .collect(Collectors.groupingBy(Armed::name));
    }

    /**
     * One that a test asked for.
     *
     * @param left how many times it is still passed until it acts; below one it has acted
     */
    record Armed(String name, Action action, AtomicInteger left) {

        private void pass() {
            if (left.getAndDecrement() == 1) {
                LOG.warnf("Failpoint %s: %s.", name, action.word());
                action.act(name);
            }
        }

        private static Armed parse(String entry) {
            String[] parts = entry.split("[=@]");
            boolean timed = entry.contains("@");
            if (!entry.contains("=") || parts.length != (timed ? 3 : 2)) {
                throw new IllegalArgumentException(
                        "holdfast.failpoints takes name=action or name=action@times, not '%s'."
                                .formatted(entry));
            }
            int times = timed ? Integer.parseInt(parts[2]) : 1;
            return new Armed(parts[0], Action.named(parts[1]), new AtomicInteger(times));
        }
    }
}
