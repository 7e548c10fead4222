package dev.holdfast.gateway.listing;

import dev.holdfast.gateway.problem.Refused;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which part of a list is asked for.
 *
 * @param cursor after which row; empty for the beginning
 */
public record PageRequest(int limit, Optional<Cursor> cursor) {

    private static final int DEFAULT = 50;
    private static final int MOST = 200;

    /**
     * From {@code limit} and {@code cursor} of the query.
     *
     * @param filters the further parameters the list has; any other is refused, because a filter
     *     that is misspelled and ignored gives a wrong answer that looks right
     * @throws Refused if a parameter does not exist or makes no sense
     */
    public static PageRequest of(UriInfo uri, String... filters) {
        var query = uri.getQueryParameters();
        var known = new TreeSet<>(Set.of(filters));
        known.add("limit");
        known.add("cursor");
        for (String given : query.keySet()) {
            if (!known.contains(given)) {
                throw Refused.parameter(
                        given, "is not known here; known are " + String.join(", ", known));
            }
        }
        return parse(query.getFirst("limit"), query.getFirst("cursor"));
    }

    /**
     * From the two parameters as they were given; null for those that were not.
     *
     * @throws Refused if one makes no sense
     */
    public static PageRequest parse(String limit, String cursor) {
        return new PageRequest(limit(limit), Optional.ofNullable(cursor).map(Cursor::decode));
    }

    private static int limit(String given) {
        if (given == null) {
            return DEFAULT;
        }
        if (!given.matches("[1-9]\\d{0,2}") || Integer.parseInt(given) > MOST) {
            throw Refused.parameter("limit", "must be a whole number from 1 to " + MOST);
        }
        return Integer.parseInt(given);
    }
}
