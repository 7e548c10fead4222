package dev.holdfast.jobs;

import java.time.Duration;

/**
 * A kind of long work. A bean of this type is all it takes to have its jobs run in this service.
 *
 * <p><b>Guarantee.</b> A job that was enqueued is run until it succeeds, is canceled or has failed
 * as often as it may, whatever is killed meanwhile. It may therefore run more than once, also while
 * an older run, paused and presumed dead, still believes in itself: work that repeats or overlaps
 * must come to the same, which {@link RunningJob#checkpoint} and {@link RunningJob#fence} are for.
 *
 * @param <I> what a job of this kind is given, a record that JSON can hold
 */
public interface JobKind<I> {

    /** The name that jobs of this kind are stored under: never to be changed. */
    String name();

    Class<I> input();

    /**
     * Does the work, on a virtual thread and outside any transaction.
     *
     * @throws dev.holdfast.courier.retry.PermanentFailure if trying again cannot help
     * @throws Exception if it failed and may be tried again after {@link #backoff}
     */
    void run(RunningJob<I> job) throws Exception;

    /** How often a job is begun before it is given up, take-overs included. */
    default int maxAttempts() {
        return 20;
    }

    /** How long one run may take; then it is taken for hung, and the job is taken over. */
    default Duration deadline() {
        return Duration.ofHours(1);
    }

    /** How long to wait after a failed attempt: the first is 1. */
    default Duration backoff(int attempt) {
        long seconds = 1L << Math.clamp(attempt - 1L, 0, 9);
        return Duration.ofSeconds(seconds);
    }
}
