package dev.holdfast.courier.retry;

import java.time.Duration;
import java.util.Arrays;

/** Which tier a command waits in. */
final class Tiers {

    private static final Tier[] ALL = Tier.values();

    private Tiers() {}

    /**
     * The tier after so many failed tries. Commands that failed together are spread over two tiers,
     * so that they do not come back together: that is the jitter.
     *
     * @param failed from 1
     * @param early whether this command is of the half that comes sooner
     */
    static Tier after(int failed, boolean early) {
        int step = Math.min(failed, ALL.length) - 1;
        return ALL[early ? Math.max(0, step - 1) : step];
    }

    /** The shortest tier that is at least as long as this wait; the longest if there is none. */
    static Tier of(Duration wait) {
        return Arrays.stream(ALL)
                .filter(tier -> tier.delay().compareTo(wait) >= 0)
                .findFirst()
                .orElse(ALL[ALL.length - 1]);
    }
}
