package dev.holdfast.courier.relay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Messages that the broker did not take, and might take later: a queue that is missing, a queue
 * that refuses. One becomes a refusal for good only after a number of tries.
 */
final class Suspects {

    private static final int TRIES = 8;

    private final Map<Long, Integer> tries = new HashMap<>();

    /** Which of these are refused for good by now. */
    List<Refusal> forGood(List<Refusal> refusals) {
        return refusals.stream().filter(this::forGood).toList();
    }

    private boolean forGood(Refusal refusal) {
        long seq = refusal.message().seq();
        if (!refusal.forGood() && tries.merge(seq, 1, Integer::sum) < TRIES) {
            return false;
        }
        tries.remove(seq);
        return true;
    }

    /** A page got through: what was suspected was the broker's state. */
    void clear() {
        tries.clear();
    }
}
