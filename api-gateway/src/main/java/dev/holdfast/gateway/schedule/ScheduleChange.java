package dev.holdfast.gateway.schedule;

import dev.holdfast.contracts.scheduler.ScheduleChanged;
import dev.holdfast.contracts.scheduler.ScheduleFired;
import java.time.Instant;

/**
 * What a run of events says of one schedule at last.
 *
 * @param changed null if these events do not say what the schedule is
 * @param fired the last time that has come; null if these events tell of none
 */
record ScheduleChange(
        String name,
        ScheduleChanged changed,
        long version,
        ScheduleFired fired,
        Instant nextFireAt,
        Instant updatedAt) {

    static ScheduleChange of(String name) {
        return new ScheduleChange(name, null, 0, null, null, Instant.EPOCH);
    }

    ScheduleChange then(ScheduleChanged told, long newer, Instant at) {
        return newer <= version
                ? this
                : new ScheduleChange(name, told, newer, fired, told.nextFireAt(), later(at));
    }

    /** One that was queued is told again when it is fired: the later word counts. */
    ScheduleChange then(ScheduleFired told, Instant at) {
        return fired != null && told.fireAt().isBefore(fired.fireAt())
                ? this
                : new ScheduleChange(name, changed, version, told, told.nextFireAt(), later(at));
    }

    private Instant later(Instant at) {
        return at.isAfter(updatedAt) ? at : updatedAt;
    }
}
