package dev.holdfast.courier.receiving;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/** How the test application's handlers behave for a key: by default, well. */
@ApplicationScoped
public class Script {

    private final Map<String, IntFunction<? extends Throwable>> failures =
            new ConcurrentHashMap<>();
    private final Map<String, Integer> runs = new ConcurrentHashMap<>();

    /**
     * From now on, each run for this key fails as it is told.
     *
     * @param failure by the number of the run from 1; null to go well
     */
    void play(String key, IntFunction<? extends Throwable> failure) {
        failures.put(key, failure);
    }

    /** From now on all goes well. */
    void heal(String key) {
        failures.remove(key);
    }

    /** How often something ran for this key. */
    int runs(String key) {
        return runs.getOrDefault(key, 0);
    }

    /** A handler runs. */
    void run(String key) {
        int run = runs.merge(key, 1, Integer::sum);
        Throwable failure = failures.getOrDefault(key, _ -> null).apply(run);
        switch (failure) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(failure);
        }
    }
}
