package dev.holdfast.courier.kafka;

/** The topics could not be looked up or created; try again later. */
public class TopicsMissing extends Exception {

    TopicsMissing(String message, Throwable cause) {
        super(message, cause);
    }
}
