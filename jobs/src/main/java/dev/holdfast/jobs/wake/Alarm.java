package dev.holdfast.jobs.wake;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Rings at the earliest of the times that it was asked for, on a thread of its own, and never twice
 * at once.
 *
 * <p>Once it has rung, the later times that it was asked for are forgotten: whoever is rung looks
 * for the next. A time asked for while it rings is never lost: it rings again.
 */
public final class Alarm implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Alarm.class);
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Runnable ring;
    private final ScheduledThreadPoolExecutor thread;
    private ScheduledFuture<?> next;
    private long nextAt;

    public Alarm(String name, Runnable ring) {
        this.ring = ring;
        this.thread = new ScheduledThreadPoolExecutor(1, Thread.ofVirtual().name(name).factory());
        thread.setRemoveOnCancelPolicy(true);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Rings after the delay at the latest; at once if it is not positive; within a day anyhow. */
    public synchronized void ringIn(Duration wanted) {
        long delay = wanted.isNegative() ? 0 : shorter(wanted, LONGEST).toNanos();
        long at = System.nanoTime() + delay;
        if (thread.isShutdown() || (next != null && nextAt - at <= 0)) {
            return;
        }
        if (next != null) {
            next.cancel(false);
        }
        nextAt = at;
        next = thread.schedule(this::ringNow, delay, TimeUnit.NANOSECONDS);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void ringNow() {
        synchronized (this) {
            next = null;
        }
        try {
            ring.run();
        } catch (RuntimeException e) {
            LOG.error("A ring failed; the next is not kept from it.", e);
        }
    }

    /** Rings no more; returns when a ring under way has ended. */
    @Override
    public void close() {
        thread.close();
    }
}
