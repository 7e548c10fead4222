package dev.holdfast.contracts.operations;

/**
 * The body of a message that nobody could handle, to be looked at.
 *
 * @param text what of it is text, at most {@link #LONGEST} characters
 * @param bytes how long the body is
 * @param whole whether the text is all of it, unchanged
 */
public record Payload(String text, long bytes, boolean whole) {

    /** Well below what Kafka takes in a record, whatever JSON makes of the characters. */
    public static final int LONGEST = 64 * 1024;
}
