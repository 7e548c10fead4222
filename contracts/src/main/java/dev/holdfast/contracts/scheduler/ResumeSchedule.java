package dev.holdfast.contracts.scheduler;

import dev.holdfast.contracts.Command;

/** Have a paused schedule fire again. Times that passed meanwhile are not made up for. */
public record ResumeSchedule(String schedule) implements Command {

    @Override
    public String key() {
        return schedule;
    }
}
