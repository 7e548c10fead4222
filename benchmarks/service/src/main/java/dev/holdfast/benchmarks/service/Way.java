package dev.holdfast.benchmarks.service;

import java.util.concurrent.TimeUnit;

/** When one message was committed, and when its broker had acknowledged it. */
final class Way {

    private volatile long committed;
    private volatile long acknowledged;

    void committed() {
        committed = System.nanoTime();
    }

    void acknowledged() {
        acknowledged = System.nanoTime();
    }

    boolean done() {
        return committed != 0 && acknowledged != 0;
    }

    /** A relay that was at work already may be served before the committing thread goes on. */
    long micros() {
        return TimeUnit.NANOSECONDS.toMicros(Math.max(0, acknowledged - committed));
    }
}
