package dev.holdfast.jobs;

/** Ends a run that is not to go on. Not a failure: work lets it through. */
public final class JobStopped extends RuntimeException {

    /** Why a run ends early. */
    public enum Reason {
        CANCELED,
        LEASE_LOST,
        SHUTDOWN
    }

    private final Reason reason;

    public JobStopped(Reason reason) {
        super("The job is not to go on: %s.".formatted(reason), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
