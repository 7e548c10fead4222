package dev.holdfast.contracts.operations;

import dev.holdfast.contracts.Event;
import java.util.UUID;

/**
 * Something happened to a dead letter. Its life: dead → redriven → resolved, or dead → discarded;
 * one that fails again is dead again, under the same id.
 */
public sealed interface DeadLetterChange extends Event
        permits DeadLettered, DeadLetterRedriven, DeadLetterResolved, DeadLetterDiscarded {

    UUID deadLetterId();

    /** Of the message. */
    UUID messageId();

    /** The message's key; the letter's id if it has none. */
    String subject();

    /** Counts what happened to this letter, from 1; null if told before it was counted. */
    Long version();

    @Override
    default String key() {
        return subject();
    }
}
