package dev.holdfast.courier.relay;

/** This database cannot be relayed from: it was restored, or it is a standby. */
class Restored extends Exception {

    Restored(String message) {
        super(message);
    }
}
