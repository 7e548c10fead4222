package dev.holdfast.courier.inbox;

import java.time.Instant;
import java.util.UUID;

/**
 * The span of time whose messages the inbox remembers. A message from outside it cannot be told
 * from one that was taken long ago, so it is never treated as new.
 *
 * @param from inclusive
 * @param to exclusive
 */
public record Window(Instant from, Instant to) {

    private static final int TIME_ORDERED = 7;

    /** Whether this id was made within the window; an id that carries no time was not. */
    public boolean holds(UUID id) {
        if (id.version() != TIME_ORDERED) {
            return false;
        }
        Instant made = madeAt(id);
        return !made.isBefore(from) && made.isBefore(to);
    }

    /** The smallest id that could be made at this time. */
    static UUID firstIdOf(Instant time) {
        return new UUID(time.toEpochMilli() << 16, 0);
    }

    /** When this id was made; it must be one that carries a time. */
    static Instant madeAt(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }
}
