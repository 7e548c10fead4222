package dev.holdfast.jobs.calendar;

import java.util.Arrays;
import java.util.Locale;

/** Constants as the wire and the API write them: {@code CATCH_UP} is {@code catch-up}. */
public final class Word {

    private Word() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The constant of this name.
     *
     * @param what it is, for the complaint: {@code The clock gap}
     * @throws InvalidTiming if there is none
     */
    public static <E extends Enum<E>> E read(Class<E> type, String given, String what) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> of(constant).equals(given))
                .findFirst()
                .orElseThrow(
                        () ->
                                new InvalidTiming(
                                        "%s cannot be '%s'; it is one of %s."
                                                .formatted(
                                                        what,
                                                        given,
                                                        Arrays.stream(type.getEnumConstants())
                                                                .map(Word::of)
                                                                .toList())));
    }
}
