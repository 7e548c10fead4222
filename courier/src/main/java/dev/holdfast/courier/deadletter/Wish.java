package dev.holdfast.courier.deadletter;

import java.util.UUID;

/**
 * What an operator wants to become of dead letters: kept with each of them.
 *
 * @param command by which it was asked for
 * @param by who asked
 * @param reason why
 */
public record Wish(UUID command, String by, String reason) {}
