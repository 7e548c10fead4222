package dev.holdfast.scheduler.schedule;

import dev.holdfast.contracts.scheduler.ScheduleDefinition;
import dev.holdfast.jobs.calendar.Definitions;
import dev.holdfast.jobs.calendar.Recurrence;
import dev.holdfast.jobs.calendar.Timetable;
import java.time.Instant;

/**
 * A schedule. Each change gives it the next version.
 *
 * @param definition completed
 * @param nextFireAt the first time that nobody has looked at, null if there is none or if it waits
 *     for the end of a job
 */
record Schedule(
        String id,
        long version,
        ScheduleState state,
        ScheduleDefinition definition,
        Instant definedAt,
        Instant nextFireAt) {

    static Schedule first(String id, ScheduleDefinition definition, boolean enabled, Instant now) {
        var state = enabled ? ScheduleState.ACTIVE : ScheduleState.PAUSED;
        return new Schedule(id, 1, state, definition, now, null).computed(now);
    }

    /** What is the same goes on as it was counted; what is other begins now. */
    Schedule defined(ScheduleDefinition wanted, Boolean enabled, Instant now) {
        boolean revived = state == ScheduleState.DELETED || state == ScheduleState.ENDED;
        boolean active = enabled == null ? revived || state == ScheduleState.ACTIVE : enabled;
        var wantedState = active ? ScheduleState.ACTIVE : ScheduleState.PAUSED;
        if (wanted.equals(definition) && wantedState == state) {
            return next(state, definition, definedAt, nextFireAt);
        }
        boolean same = wanted.equals(definition) && !revived;
        return next(wantedState, wanted, same ? definedAt : now, null).computed(now);
    }

    Schedule paused() {
        return next(
                state == ScheduleState.ACTIVE ? ScheduleState.PAUSED : state,
                definition,
                definedAt,
                null);
    }

    /** Its times from now on; one that is not paused stays as it is. */
    Schedule resumed(Instant now) {
        return state == ScheduleState.PAUSED
                ? next(ScheduleState.ACTIVE, definition, definedAt, null).computed(now)
                : next(state, definition, definedAt, nextFireAt);
    }

    Schedule deleted() {
        return next(ScheduleState.DELETED, definition, definedAt, null);
    }

    /** As {@link #nextFireAt}, of one that goes on: an event of its own is not worth it. */
    Schedule goingOn(Instant next) {
        return new Schedule(id, version, state, definition, definedAt, next);
    }

    Schedule ended() {
        return next(ScheduleState.ENDED, definition, definedAt, null);
    }

    Timetable timetable() {
        return Definitions.timetable(definition, definedAt);
    }

    boolean waitsForEnds() {
        return timetable().recurrence() instanceof Recurrence.Delay;
    }

    private Schedule computed(Instant now) {
        if (state != ScheduleState.ACTIVE) {
            return this;
        }
        // Its own moment counts: what is defined to start at once, does.
        return timetable()
                .after(now.minusNanos(1))
                .map(this::goingOn)
                .orElseGet(
                        () ->
                                new Schedule(
                                        id,
                                        version,
                                        ScheduleState.ENDED,
                                        definition,
                                        definedAt,
                                        null));
    }

    private Schedule next(
            ScheduleState to, ScheduleDefinition wanted, Instant countedFrom, Instant nextAt) {
        return new Schedule(id, version + 1, to, wanted, countedFrom, nextAt);
    }
}
