package dev.holdfast.courier.message;

/** A message whose headers do not make an {@link Envelope}: it did not come from an outbox. */
public class UnreadableEnvelope extends RuntimeException {

    UnreadableEnvelope(String message, Throwable cause) {
        super(message, cause);
    }
}
