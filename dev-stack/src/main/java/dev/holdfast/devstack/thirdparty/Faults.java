package dev.holdfast.devstack.thirdparty;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * The fault that a stand-in was asked to show, and for how many more requests. It lives in memory:
 * a restart heals.
 *
 * @param <M> the faults that this stand-in knows
 */
public final class Faults<M extends Enum<M>> {

    private static final int UNTIL_CLEARED = -1;
    private static final Duration STALL = Duration.ofSeconds(30);

    /**
     * @param left requests that still meet the fault; {@link #UNTIL_CLEARED} for every one
     * @param stall how long an answer takes, of interest to faults that are slow
     */
    private record Current<M>(M mode, int left, Duration stall) {

        private Current<M> afterOne() {
            return switch (left) {
                case UNTIL_CLEARED -> this;
                case 1 -> null;
                default -> new Current<>(mode, left - 1, stall);
            };
        }
    }

    /** A fault that the request at hand is to meet. */
    public record Met<M>(M mode, Duration stall) {}

    private final Class<M> modes;
    private final AtomicReference<Current<M>> current = new AtomicReference<>();

    public Faults(Class<M> modes) {
        this.modes = modes;
    }

    /** The fault that this request meets, if any; counts it. */
    public Optional<Met<M>> next() {
        return next(EnumSet.allOf(modes));
    }

    /** The same for a step that only some of the faults concern; counts only those. */
    public Optional<Met<M>> next(Set<M> concerned) {
        Current<M> met =
                current.getAndUpdate(
                        fault ->
                                fault == null || !concerned.contains(fault.mode())
                                        ? fault
                                        : fault.afterOne());
        return Optional.ofNullable(met)
                .filter(fault -> concerned.contains(fault.mode()))
                .map(fault -> new Met<>(fault.mode(), fault.stall()));
    }

    public void clear() {
        current.set(null);
    }

    /**
     * Sets the fault as {@code {"mode": "...", "for": n, "millis": m}} says: {@code for} counts
     * requests, and without it the fault stays until it is cleared or replaced.
     *
     * @throws BadRequest if the mode is not known or a number is not positive
     */
    public void set(ObjectNode wish) {
        String name = wish.path("mode").asText();
        M mode =
                Arrays.stream(modes.getEnumConstants())
                        .filter(known -> name(known).equals(name))
                        .findFirst()
                        .orElseThrow(
                                () -> new BadRequest("mode must be one of %s.".formatted(names())));
        int left = wish.has("for") ? positive(wish, "for") : UNTIL_CLEARED;
        Duration stall = wish.has("millis") ? Duration.ofMillis(positive(wish, "millis")) : STALL;
        current.set(new Current<>(mode, left, stall));
    }

    private static int positive(ObjectNode wish, String field) {
        int number = wish.path(field).asInt();
        if (number < 1) {
            throw new BadRequest("%s must be a whole number from 1 on.".formatted(field));
        }
        return number;
    }

    private String names() {
        return Arrays.stream(modes.getEnumConstants())
                .map(Faults::name)
                .collect(Collectors.joining(", "));
    }

    private static String name(Enum<?> mode) {
        return mode.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
