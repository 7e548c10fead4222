package dev.holdfast.courier.drain;

/**
 * Work in hand is given up because the process stops: nothing of it was written, its message is not
 * acknowledged, and its broker gives it to another.
 */
public class HandedBack extends RuntimeException {

    HandedBack() {
        super("The process stops; the message goes back to its broker.");
    }
}
