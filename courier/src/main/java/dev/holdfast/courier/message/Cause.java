package dev.holdfast.courier.message;

import java.util.UUID;

/**
 * Why a message is written: it ties the message to its story.
 *
 * @param correlationId the command that began the story
 * @param causationId the message that was being handled; null at the beginning
 */
public record Cause(UUID correlationId, UUID causationId) {

    /** The story begins with this command. */
    public static Cause begin(UUID commandId) {
        return new Cause(commandId, null);
    }

    /** Because this message was handled. */
    public static Cause of(Envelope handled) {
        return new Cause(handled.correlationId(), handled.id());
    }
}
