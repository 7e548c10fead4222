package dev.holdfast.benchmarks;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param rounds of which the median counts, after as many to warm up as {@code warmUps}
 * @param messages through Holdfast and through plain clients, in one round
 * @param peerMessages through a peer, in one round: they are slower
 * @param published one by one, at a fixed rate
 * @param watched how long an idle stack is watched
 * @param soaked how long the soak takes
 * @param interval the soak's figures are of so long
 */
record Effort(
        int rounds,
        int warmUps,
        int messages,
        int peerMessages,
        int published,
        Duration watched,
        Duration soaked,
        Duration interval) {

    static final Effort FULL =
            new Effort(
                    3,
                    2,
                    50_000,
                    20_000,
                    1_500,
                    Duration.ofSeconds(20),
                    Duration.ofMinutes(5),
                    Duration.ofSeconds(10));

    /** Enough to see that everything still runs. */
    static final Effort LEAST =
            new Effort(
                    1,
                    0,
                    400,
                    400,
                    50,
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(4),
                    Duration.ofSeconds(2));

    Effort soaking(Duration time) {
        return new Effort(
                rounds, warmUps, messages, peerMessages, published, watched, time, interval);
    }
}
