package dev.holdfast.jobs.redrive;

/**
 * Lets through so many things in a second. It holds a second's worth at most, so that after a pause
 * there is no rush, and begins with one thing's worth.
 */
final class TokenBucket {

    private static final double SECOND = 1_000_000_000.0;

    private final int perSecond;
    private double tokens = 1;
    private long countedAt;

    /**
     * @param now in nanoseconds, from any origin
     */
    TokenBucket(int perSecond, long now) {
        this.perSecond = perSecond;
        this.countedAt = now;
    }

    /** How many things may go now. */
    int available(long now) {
        tokens = Math.min(perSecond, tokens + (now - countedAt) / SECOND * perSecond);
        countedAt = now;
        return (int) tokens;
    }

    /** So many have gone. */
    void take(int count) {
        tokens -= count;
    }
}
