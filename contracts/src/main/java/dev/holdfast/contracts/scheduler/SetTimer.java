package dev.holdfast.contracts.scheduler;

import dev.holdfast.contracts.Command;
import java.time.Instant;

/**
 * Have a command sent at a time. Setting a timer that is set, fired or canceled already changes
 * nothing.
 *
 * @param timer the caller's key, unique for ever: for instance {@code payment:<order id>}
 * @param dueAt not before this time by the scheduler's database
 * @param fire what to send
 */
public record SetTimer(String timer, Instant dueAt, Fire fire) implements Command {

    @Override
    public String key() {
        return timer;
    }
}
