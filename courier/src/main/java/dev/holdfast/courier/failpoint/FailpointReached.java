package dev.holdfast.courier.failpoint;

/** What a failpoint throws when a test asked it to. */
public class FailpointReached extends RuntimeException {

    FailpointReached(String name) {
        super("The failpoint '%s' was reached.".formatted(name));
    }
}
