package dev.holdfast.contracts.scheduler;

import dev.holdfast.contracts.Command;

/** Have a schedule fire no more, and forget it. */
public record DeleteSchedule(String schedule) implements Command {

    @Override
    public String key() {
        return schedule;
    }
}
