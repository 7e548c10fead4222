/** What timers and schedules send: commands kept as JSON until their time has come. */
package dev.holdfast.scheduler.fire;
