package dev.holdfast.notifications.delivery;

import jakarta.persistence.EnumeratedValue;

/** How an attempt to send ended. */
public enum DeliveryOutcome {
    ACCEPTED("accepted"),
    REFUSED("refused"),
    DEFERRED("deferred"),
    NO_ANSWER("no_answer");

    @EnumeratedValue private final String label;

    DeliveryOutcome(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
