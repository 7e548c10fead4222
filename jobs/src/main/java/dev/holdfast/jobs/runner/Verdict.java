package dev.holdfast.jobs.runner;

import dev.holdfast.jobs.JobStopped;
import java.time.Duration;
import java.util.Locale;

/** What came of a run. */
sealed interface Verdict {

    record Succeeded() implements Verdict {}

    record Failed(String error) implements Verdict {}

    record Retry(String error, Duration delay) implements Verdict {}

    record Stopped(JobStopped.Reason reason) implements Verdict {}

    /** As logs and metrics have it. */
    default String label() {
        return switch (this) {
            case Succeeded() -> "succeeded";
            case Failed(var error) -> "failed";
            case Retry(var error, var delay) -> "retry";
            case Stopped(var reason) -> reason.name().toLowerCase(Locale.ROOT);
        };
    }
}
