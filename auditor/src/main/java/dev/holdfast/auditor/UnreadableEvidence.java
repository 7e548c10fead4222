package dev.holdfast.auditor;

/** A server did not tell what it has, so nothing can be decided. */
public class UnreadableEvidence extends RuntimeException {

    public UnreadableEvidence(String message, Throwable cause) {
        super(message, cause);
    }
}
