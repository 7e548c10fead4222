package dev.holdfast.scheduler.schedule;

/** The next time of a schedule was changed in this process. */
record ScheduleMoved(String schedule) {}
