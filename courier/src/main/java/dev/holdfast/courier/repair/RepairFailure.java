package dev.holdfast.courier.repair;

/** An end of an edge could not be read. */
public class RepairFailure extends RuntimeException {

    public RepairFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
