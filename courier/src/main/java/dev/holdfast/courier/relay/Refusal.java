package dev.holdfast.courier.relay;

/**
 * A message that the broker does not take.
 *
 * @param reason in a sentence, for people
 * @param forGood whether trying again cannot help; if not, it may be the broker's state, and only a
 *     number of tries tells
 */
public record Refusal(Outgoing message, String reason, boolean forGood) {}
