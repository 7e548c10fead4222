package dev.holdfast.contracts.scheduler;

import dev.holdfast.contracts.Event;
import java.time.Instant;

/**
 * A timer was due and its command is on its way.
 *
 * @param subject the key of the command it sent
 * @param type the type id of the command it sent
 * @param dueAt when it should have fired
 */
public record TimerFired(String timer, String subject, String type, Instant dueAt)
        implements Event {

    @Override
    public String key() {
        return subject;
    }
}
