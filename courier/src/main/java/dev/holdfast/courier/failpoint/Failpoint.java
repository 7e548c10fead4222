package dev.holdfast.courier.failpoint;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * A named place between two durable steps, where a test may have the process die, stall or fail.
 *
 * <p>Switched on by the system property {@code holdfast.failpoints}, for instance {@code
 * relay.sent-not-advanced=kill,inbox.taken-not-committed=throw,relay.opened=stall}. Without the
 * property the compiler removes the call.
 */
public final class Failpoint {

    private static final Map<String, String> ACTIONS = actions();
    private static final boolean ARMED = !ACTIONS.isEmpty();

    private Failpoint() {}

    /** Does what the test asked for here; in a released build, nothing. */
    public static void at(String name) {
        if (ARMED) {
            act(name, ACTIONS.get(name));
        }
    }

    private static void act(String name, String action) {
        switch (action) {
            case null -> {}
            case "kill" -> Runtime.getRuntime().halt(137);
            case "throw" -> throw new FailpointReached(name);
            case "stall" -> LockSupport.parkNanos(30_000_000_000L);
            default ->
                    throw new IllegalArgumentException(
                            "holdfast.failpoints knows kill, throw and stall, not '%s'."
                                    .formatted(action));
        }
    }

    private static Map<String, String> actions() {
        String asked = System.getProperty("holdfast.failpoints", "");
        return Arrays.stream(asked.split(","))
                .filter(entry -> entry.contains("="))
                .map(entry -> entry.split("=", 2))
                .collect(Collectors.toUnmodifiableMap(entry -> entry[0], entry -> entry[1]));
    }
}
