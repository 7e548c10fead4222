package dev.holdfast.contracts.scheduler;

import dev.holdfast.contracts.Command;

/**
 * Have a schedule, or have it changed. Defining what is already so changes nothing: times go on as
 * they were counted.
 *
 * @param schedule its name
 * @param enabled null leaves it as it is, and a new one is enabled
 */
public record DefineSchedule(String schedule, ScheduleDefinition definition, Boolean enabled)
        implements Command {

    @Override
    public String key() {
        return schedule;
    }
}
