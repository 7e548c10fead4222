package dev.holdfast.notifications.rule;

/**
 * What a customer is to be told.
 *
 * @param reason the event's stable code of why; null if it gives none
 * @param tracking the number of the parcel it tells of; null if it tells of none, or of one without
 * @param amount the money it tells of, in minor units of the order's currency; null if of none
 */
public record Notice(MailKind kind, String reason, String tracking, Long amount) {

    static Notice of(MailKind kind) {
        return new Notice(kind, null, null, null);
    }

    static Notice because(MailKind kind, String reason) {
        return new Notice(kind, reason, null, null);
    }
}
