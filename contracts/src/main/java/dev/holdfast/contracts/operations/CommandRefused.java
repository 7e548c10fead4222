package dev.holdfast.contracts.operations;

import dev.holdfast.contracts.Event;
import java.util.UUID;

/**
 * A command was understood and not carried out. Nothing changed.
 *
 * @param commandId its message id, which the client was given
 * @param type its type id
 * @param subject its key
 * @param reason a stable code
 * @param detail a sentence for people
 */
public record CommandRefused(
        UUID commandId, String type, String subject, String reason, String detail)
        implements Event {

    @Override
    public String key() {
        return subject;
    }
}
