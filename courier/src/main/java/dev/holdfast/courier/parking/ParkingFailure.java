package dev.holdfast.courier.parking;

/** The parked keys could not be read or written; the transaction will not commit. */
public class ParkingFailure extends RuntimeException {

    ParkingFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
