package dev.holdfast.scheduler.timer;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Rings at the earliest of the times that it was asked for, on a thread of its own, and never twice
 * at once.
 *
 * <p>A time asked for while it rings is never lost: it rings again.
 */
final class Alarm implements AutoCloseable {

    private final Runnable ring;
    private final ScheduledThreadPoolExecutor thread;
    private ScheduledFuture<?> next;
    private long nextAt;

    Alarm(String name, Runnable ring) {
        this.ring = ring;
        this.thread = new ScheduledThreadPoolExecutor(1, Thread.ofVirtual().name(name).factory());
        thread.setRemoveOnCancelPolicy(true);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Rings after the delay at the latest; at once if it is not positive. */
    synchronized void ringIn(Duration delay) {
        long at = System.nanoTime() + delay.toNanos();
        if (thread.isShutdown() || (next != null && nextAt - at <= 0)) {
            return;
        }
        if (next != null) {
            next.cancel(false);
        }
        nextAt = at;
        next = thread.schedule(this::ringNow, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void ringNow() {
        synchronized (this) {
            next = null;
        }
        ring.run();
    }

    /** Rings no more; returns when a ring under way has ended. */
    @Override
    public void close() {
        thread.close();
    }
}
