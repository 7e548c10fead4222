package dev.holdfast.scheduler.timer;

import java.time.Duration;

/**
 * Timers were set in this process.
 *
 * @param count how many
 * @param untilFirst until the first of them is due, by the database's clock; negative if it already
 *     is; null if none was set
 */
record TimersSet(int count, Duration untilFirst) {}
