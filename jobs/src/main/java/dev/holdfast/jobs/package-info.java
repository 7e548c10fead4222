/**
 * Runs long work over the schema of whichever service embeds this module.
 *
 * <p>A service states its kinds of work as beans ({@link dev.holdfast.jobs.JobKind}) and enqueues
 * them beside the change they belong to ({@link dev.holdfast.jobs.Jobs}). Any of its processes
 * claims them ({@code claim}), holds them by one heartbeat ({@code lease}), does the work ({@code
 * runner}) and leaves a trace of it ({@code history}). What a killed process held goes on from its
 * checkpoint elsewhere; one that was merely paused finds every write refused.
 */
package dev.holdfast.jobs;
