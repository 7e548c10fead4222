package dev.holdfast.jobs;

import dev.holdfast.courier.retry.PermanentFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A kind of job that counts its steps, and does as it is told on the way. */
@ApplicationScoped
public class Steps implements JobKind<Steps.Plan> {

    private final Map<String, AtomicInteger> done = new ConcurrentHashMap<>();
    private final Map<String, Semaphore> gates = new ConcurrentHashMap<>();

    /** What a job is told: its name, how many steps there are, and what goes wrong. */
    public record Plan(String name, int steps, Trouble trouble) {}

    /** What goes wrong. */
    public enum Trouble {
        NONE,
        FAILS_ONCE,
        FAILS_ALWAYS,
        FAILS_FOR_GOOD,
        WAITS_AT_EACH_STEP
    }

    private record Progress(int step) {}

    @Override
    public String name() {
        return "steps";
    }

    @Override
    public Class<Plan> input() {
        return Plan.class;
    }

    @Override
    public int maxAttempts() {
        return 3;
    }

    @Override
    public Duration backoff(int attempt) {
        return Duration.ofMillis(50);
    }

    @Override
    public void run(RunningJob<Plan> job) throws Exception {
        Plan plan = job.input();
        int from = job.checkpoint(Progress.class).map(Progress::step).orElse(0);
        for (int step = from + 1; step <= plan.steps(); step++) {
            if (plan.trouble() == Trouble.WAITS_AT_EACH_STEP) {
                gate(plan.name()).tryAcquire(20, TimeUnit.SECONDS);
            }
            done(plan.name()).incrementAndGet();
            job.checkpoint(new Progress(step));
        }
        switch (plan.trouble()) {
            case FAILS_ALWAYS -> throw new IllegalStateException("as told");
            case FAILS_FOR_GOOD -> throw new PermanentFailure("as told, for good");
            case FAILS_ONCE -> {
                if (job.attempt() == 1) {
                    throw new IllegalStateException("as told, once");
                }
            }
            case NONE, WAITS_AT_EACH_STEP -> done(plan.name());
        }
    }

    /** How many steps were done under this name. */
    public AtomicInteger done(String name) {
        return done.computeIfAbsent(name, _ -> new AtomicInteger());
    }

    /** What lets a waiting job take a step. */
    public Semaphore gate(String name) {
        return gates.computeIfAbsent(name, _ -> new Semaphore(0));
    }
}
