package dev.holdfast.contracts.scheduler;

import dev.holdfast.contracts.Command;
import java.time.Instant;

/**
 * Have a timer fire at another time. One that has fired or is canceled is left alone; one that is
 * not yet set is waited for.
 *
 * @param dueAt not before this time by the scheduler's database
 * @param move which move of the timer this is, counted by its owner from 1: an older one that
 *     arrives late, or again, changes nothing
 */
public record MoveTimer(String timer, Instant dueAt, int move) implements Command {

    @Override
    public String key() {
        return timer;
    }
}
