package dev.holdfast.notifications.rule;

import jakarta.persistence.EnumeratedValue;

/** The mails there are; each has templates under its label. */
public enum MailKind {
    ORDER_CONFIRMED("order-confirmed"),
    ORDER_REJECTED("order-rejected"),
    ORDER_DECLINED("order-declined"),
    ORDER_EXPIRED("order-expired");

    @EnumeratedValue private final String label;

    MailKind(String label) {
        this.label = label;
    }

    /** As events, templates and the table have it. */
    public String label() {
        return label;
    }
}
