package dev.holdfast.jobs.history;

import java.util.Locale;

/** How a job ended. */
public enum Outcome {
    SUCCEEDED,
    FAILED,
    CANCELED;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
