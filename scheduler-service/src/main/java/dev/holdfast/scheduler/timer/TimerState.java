package dev.holdfast.scheduler.timer;

import jakarta.persistence.EnumeratedValue;

/** What has become of a timer. */
enum TimerState {
    PENDING("pending"),
    FIRED("fired"),
    CANCELED("canceled");

    @EnumeratedValue private final String label;

    TimerState(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
