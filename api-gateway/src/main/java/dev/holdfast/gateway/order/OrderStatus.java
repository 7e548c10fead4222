package dev.holdfast.gateway.order;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.holdfast.gateway.problem.Refused;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Where an order stands. */
public enum OrderStatus {
    ACCEPTED(false),
    PLACED(false),
    RESERVED(false),
    AUTHORIZED(false),
    CONFIRMED(true),
    REJECTED(true),
    DECLINED(true),
    EXPIRED(true),
    CANCELED(true),
    PARTLY_SHIPPED(true),
    SHIPPED(true),
    DELIVERED(true),
    PARTLY_REFUNDED(true),
    REFUNDED(true);

    private final boolean settled;

    OrderStatus(boolean settled) {
        this.settled = settled;
    }

    /** Whether the client who waits for the order to be confirmed or not has the answer. */
    public boolean settled() {
        return settled;
    }

    /** Whether money has come back, which is told rather than where the parcel is. */
    boolean refunded() {
        return this == PARTLY_REFUNDED || this == REFUNDED;
    }

    /** The word for it, in the API and in the tables. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static OrderStatus of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    /**
     * From a list's {@code status} parameter.
     *
     * @throws Refused if no listed order can have it
     */
    static OrderStatus filter(String given) {
        return Arrays.stream(values())
                .filter(status -> status != ACCEPTED && status.label().equals(given))
                .findFirst()
                .orElseThrow(() -> Refused.parameter("status", "must be one of " + listed()));
    }

    private static String listed() {
        return Arrays.stream(values())
                .filter(status -> status != ACCEPTED)
                .map(OrderStatus::label)
                .collect(Collectors.joining(", "))
                .concat("; an order that is only accepted is found by its id");
    }
}
