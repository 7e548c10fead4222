package dev.holdfast.gateway.projection;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

/**
 * One parameter of a set-based statement: the array of what each row has there.
 *
 * @param type the array's element type in SQL
 */
public record Column<R>(String type, Function<R, ?> value) {

    public static <R> Column<R> uuid(Function<R, UUID> value) {
        return new Column<>("uuid", value);
    }

    public static <R> Column<R> text(Function<R, String> value) {
        return new Column<>("text", value);
    }

    public static <R> Column<R> bigint(Function<R, Long> value) {
        return new Column<>("bigint", value);
    }

    public static <R> Column<R> integer(Function<R, Integer> value) {
        return new Column<>("integer", value);
    }

    public static <R> Column<R> instant(Function<R, Instant> value) {
        return new Column<>(
                "timestamptz",
                value.andThen(instant -> instant == null ? null : instant.toString()));
    }
}
