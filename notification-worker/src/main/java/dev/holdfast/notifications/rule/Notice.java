package dev.holdfast.notifications.rule;

/**
 * What a customer is to be told.
 *
 * @param reason the event's stable code of why; null if it gives none
 */
public record Notice(MailKind kind, String reason) {}
