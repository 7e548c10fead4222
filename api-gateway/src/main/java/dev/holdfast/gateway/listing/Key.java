package dev.holdfast.gateway.listing;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

/**
 * A column that a list is ordered by; together, the columns of an index.
 *
 * @param of its value in a row, as the cursor carries it
 * @param parse that value back
 */
public record Key<T>(String column, Function<T, String> of, Function<String, Object> parse) {

    public static <T> Key<T> text(String column, Function<T, String> of) {
        return new Key<>(column, of, text -> text);
    }

    public static <T> Key<T> uuid(String column, Function<T, UUID> of) {
        return new Key<>(column, of.andThen(UUID::toString), UUID::fromString);
    }

    public static <T> Key<T> instant(String column, Function<T, Instant> of) {
        return new Key<>(column, of.andThen(Instant::toString), Instant::parse);
    }
}
