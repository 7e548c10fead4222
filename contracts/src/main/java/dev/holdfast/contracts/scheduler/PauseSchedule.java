package dev.holdfast.contracts.scheduler;

import dev.holdfast.contracts.Command;

/** Have a schedule fire no more until it is resumed. */
public record PauseSchedule(String schedule) implements Command {

    @Override
    public String key() {
        return schedule;
    }
}
