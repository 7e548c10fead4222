package dev.holdfast.notifications.rule;

import java.util.Arrays;

/** The mails there are; each has templates under its label. */
public enum MailKind {
    ORDER_CONFIRMED("order-confirmed"),
    ORDER_REJECTED("order-rejected"),
    ORDER_DECLINED("order-declined"),
    ORDER_EXPIRED("order-expired"),
    ORDER_CANCELED("order-canceled"),
    ORDER_SHIPPED("order-shipped"),
    ORDER_REFUNDED("order-refunded");

    private final String label;

    MailKind(String label) {
        this.label = label;
    }

    /** As events, templates and the table have it. */
    public String label() {
        return label;
    }

    /**
     * The kind with this label.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static MailKind labeled(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label.equals(label))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("No mail is a '%s'.".formatted(label)));
    }
}
