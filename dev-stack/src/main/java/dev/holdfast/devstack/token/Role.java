package dev.holdfast.devstack.token;

import java.util.Arrays;
import java.util.Locale;

/** Who someone is to the API. */
public enum Role {
    CUSTOMER,
    MERCHANT,
    OPERATOR;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException if there is no such role; the message lists those there are
     */
    public static Role named(String label) {
        return Arrays.stream(values())
                .filter(role -> role.label().equals(label))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "There is no role '%s'; there are %s."
                                                .formatted(label, labels())));
    }

    /** All of them, for a sentence. */
    public static String labels() {
        return String.join(", ", Arrays.stream(values()).map(Role::label).toList());
    }
}
