/**
 * When something recurs: pure computation, without a clock, a database or a framework.
 *
 * <p>It is used by the scheduler, which fires, and by the gateway, which checks what it is given
 * and previews it; both must come to the same, so there is one of it. A cron expression ({@link
 * dev.holdfast.jobs.calendar.Cron}) speaks of what the clocks on the wall show; a {@link
 * dev.holdfast.jobs.calendar.Timetable} says which instants that means.
 */
package dev.holdfast.jobs.calendar;
