package dev.holdfast.auditor.evidence;

import java.time.Instant;
import java.util.UUID;

/**
 * A command that is to be sent at a time.
 *
 * @param dueAt null if it was canceled before it was set
 * @param endedAt null while it is pending
 * @param commandId what it was fired as; null if it was not
 */
public record Timer(String id, String state, Instant dueAt, Instant endedAt, UUID commandId) {

    public boolean isPending() {
        return state.equals("pending");
    }
}
