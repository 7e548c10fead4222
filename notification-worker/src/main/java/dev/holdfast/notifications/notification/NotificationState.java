package dev.holdfast.notifications.notification;

import jakarta.persistence.EnumeratedValue;

/** How far a notification has come. */
public enum NotificationState {
    PENDING("pending"),
    SENT("sent"),
    FAILED("failed");

    @EnumeratedValue private final String label;

    NotificationState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
