package dev.holdfast.jobs;

import java.util.Optional;
import java.util.UUID;

/** A job, as its kind sees it while it runs. */
public interface RunningJob<I> {

    UUID id();

    I input();

    /** Which attempt this is, from 1. */
    int attempt();

    /**
     * Grows with every attempt. What the job writes elsewhere can carry it and refuse a smaller
     * one, so that a worker that was paused and wakes late harms nothing there either.
     */
    long fence();

    /**
     * Where an earlier attempt got to, if it said so.
     *
     * @throws IllegalStateException if that cannot be read as this type
     */
    <C> Optional<C> checkpoint(Class<C> type);

    /**
     * Writes down how far the work has come, in the current transaction if there is one and else at
     * once; then as {@link #goOn}.
     *
     * @throws JobStopped if the job is no longer this worker's, in which case nothing was written
     */
    void checkpoint(Object progress);

    /**
     * To be called between steps.
     *
     * @throws JobStopped if the job was canceled, was taken over by another worker, or the process
     *     is about to end; let it through
     */
    void goOn();
}
