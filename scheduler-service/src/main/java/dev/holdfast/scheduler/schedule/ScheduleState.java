package dev.holdfast.scheduler.schedule;

/** What a schedule is up to. */
enum ScheduleState {
    ACTIVE,
    PAUSED,
    /** No time is left. */
    ENDED,
    DELETED
}
