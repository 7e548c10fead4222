package dev.holdfast.jobs.calendar;

/** What becomes of times that come twice because the clocks were put back. */
public enum ClockOverlap {
    FIRST,
    SECOND,
    BOTH
}
