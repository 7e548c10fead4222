package dev.holdfast.jobs.store;

/** The database did not carry out what was asked of it. */
public class JobStoreFailure extends RuntimeException {

    public JobStoreFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
