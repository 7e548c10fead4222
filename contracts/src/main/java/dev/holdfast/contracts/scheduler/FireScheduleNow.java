package dev.holdfast.contracts.scheduler;

import dev.holdfast.contracts.Command;

/** Have a schedule fire once now, besides its own times; also one that is paused or has ended. */
public record FireScheduleNow(String schedule) implements Command {

    @Override
    public String key() {
        return schedule;
    }
}
