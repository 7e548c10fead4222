package dev.holdfast.courier.repair;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What one end of an edge has and the other has not.
 *
 * @param missing the sender has them, the receiver has not: to be sent again
 * @param surplus the receiver has them, the sender has not: if it still has not when it is asked
 *     again, its database was restored to an earlier time
 */
public record Difference(Set<UUID> missing, Set<UUID> surplus) {

    public static Difference between(Collection<UUID> sent, Collection<UUID> received) {
        return new Difference(without(sent, received), without(received, sent));
    }

    private static Set<UUID> without(Collection<UUID> some, Collection<UUID> others) {
        Set<UUID> rest = new TreeSet<>(some);
        rest.removeAll(Set.copyOf(others));
        return rest;
    }
}
