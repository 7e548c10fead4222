/**
 * Timers: commands that are sent when their time has come.
 *
 * <p>They are set, moved and canceled by command ({@link
 * dev.holdfast.scheduler.timer.SetTimerHandler}, {@link
 * dev.holdfast.scheduler.timer.MoveTimerHandler}, {@link
 * dev.holdfast.scheduler.timer.CancelTimerHandler}), rest in the table {@code timer}, and are fired
 * by one statement that moves what is due into the outbox ({@link
 * dev.holdfast.scheduler.timer.Firing}). When to look is decided by {@link
 * dev.holdfast.scheduler.timer.Clockwork}.
 */
package dev.holdfast.scheduler.timer;
