package dev.holdfast.contracts.scheduler;

/**
 * The command that a timer sends.
 *
 * @param type the command's type id
 * @param key its key
 * @param body its JSON
 */
public record Fire(String type, String key, String body) {}
