package dev.holdfast.gateway.projection;

/** The database did not do what it was asked; the transaction will not commit. */
public class StoreFailure extends RuntimeException {

    public StoreFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
