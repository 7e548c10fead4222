package dev.holdfast.jobs.calendar;

/** What becomes of times that do not exist because the clocks were put forward. */
public enum ClockGap {
    /** They are left out. */
    SKIP,
    /** All of one gap are made up for by one fire, at its end. */
    SHIFT
}
