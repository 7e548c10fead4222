package dev.holdfast.courier.inbox;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** How far the keys of a topic have come, for the length of one transaction. */
public final class Progress {

    private final Map<String, Long> last;
    private final Map<String, Long> moved = new TreeMap<>();
    private final Instant beginsBefore;

    Progress(Map<String, Long> last, Instant beginsBefore) {
        this.last = new HashMap<>(last);
        this.beginsBefore = beginsBefore;
    }

    /**
     * Whether the turn of a record has come. A key that was never seen begins with version 1; with
     * a later one if that is so old that an earlier one has had its time to come, and so has left
     * the topic before this consumer read it.
     *
     * @param sequence its version; null if it has none, and so is never early
     * @param id its message id, which tells when it was written
     */
    public Turn turn(String key, Long sequence, UUID id) {
        if (sequence == null) {
            return Turn.NOW;
        }
        Long handled = last.get(key);
        if (handled == null) {
            boolean begins = sequence <= 1 || Window.madeAt(id).isBefore(beginsBefore);
            return begins ? Turn.NOW : Turn.EARLY;
        }
        if (sequence <= handled) {
            return Turn.PAST;
        }
        return sequence == handled + 1 ? Turn.NOW : Turn.EARLY;
    }

    /** The record is handled in this transaction. */
    public void handled(String key, Long sequence) {
        if (sequence != null) {
            last.put(key, sequence);
            moved.put(key, sequence);
        }
    }

    /** The version of the key that was handled last; null if none was. */
    public Long last(String key) {
        return last.get(key);
    }

    Map<String, Long> moved() {
        return moved;
    }
}
