package dev.holdfast.orders.stock;

/** The stock could not be read or written; the transaction will not commit. */
public class StockFailure extends RuntimeException {

    StockFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
