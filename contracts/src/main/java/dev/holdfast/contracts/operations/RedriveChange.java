package dev.holdfast.contracts.operations;

import dev.holdfast.contracts.Event;
import java.util.UUID;

/** Something happened to a redrive: it started, came further, or is over. */
public sealed interface RedriveChange extends Event
        permits RedriveStarted, RedriveProgressed, RedriveFinished {

    UUID redriveId();

    @Override
    default String key() {
        return redriveId().toString();
    }
}
