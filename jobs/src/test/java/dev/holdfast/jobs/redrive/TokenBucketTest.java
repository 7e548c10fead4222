package dev.holdfast.jobs.redrive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void begins_with_one() {
        assertEquals(1, new TokenBucket(10, 5).available(5));
    }

    @Test
    void lets_through_no_more_than_the_rate() {
        var bucket = new TokenBucket(7, 0);
        int through = 0;
        for (long now = 0; now <= 10 * SECOND; now += SECOND / 33) {
            int available = bucket.available(now);
            bucket.take(available);
            through += available;
        }
        assertEquals(70, through, 1);
    }

    @Test
    void does_not_rush_after_a_pause() {
        var bucket = new TokenBucket(5, 0);
        assertEquals(5, bucket.available(3600 * SECOND));
    }
}
