package dev.holdfast.contracts.scheduler;

import dev.holdfast.contracts.Command;

/**
 * Have a timer not fire. One that has fired is left alone; one that is not yet set will never fire.
 */
public record CancelTimer(String timer) implements Command {

    @Override
    public String key() {
        return timer;
    }
}
