package dev.holdfast.orders.store;

/** The store could not be read or written; the transaction will not commit. */
public class StoreFailure extends RuntimeException {

    StoreFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
