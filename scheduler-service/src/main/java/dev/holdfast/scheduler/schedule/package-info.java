/**
 * Schedules: commands that are sent again and again.
 *
 * <p>Each is a row that knows its next time. Whoever finds it due locks it, writes one {@code
 * schedule_fire} for each of its times, sends the commands and computes the next time, all in one
 * transaction ({@link dev.holdfast.scheduler.schedule.ScheduleFiring}). There is no leader: the row
 * is locked by one and skipped by the others, and the primary key {@code (schedule, fire_at)} would
 * stop a second fire even without the lock.
 */
package dev.holdfast.scheduler.schedule;
