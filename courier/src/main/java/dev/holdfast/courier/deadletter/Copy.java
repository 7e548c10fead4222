package dev.holdfast.courier.deadletter;

import dev.holdfast.courier.outbox.Row;

/** How a dead letter can be tried again. */
sealed interface Copy {

    /** As a message, through the outbox. */
    record Message(Row row) implements Copy {}

    /** By the reader that failed on it, behind its key: other readers have had it. */
    record Waiting() implements Copy {}

    /** Not at all. */
    record Impossible(String why) implements Copy {}
}
