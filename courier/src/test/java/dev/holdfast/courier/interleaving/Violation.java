package dev.holdfast.courier.interleaving;

import java.util.List;

/** An order of statements after which something does not hold that has to. */
public final class Violation extends AssertionError {

    private final List<String> schedule;

    Violation(int order, List<String> schedule, Throwable cause) {
        super(
                "Order %d violates: %s%n  %s"
                        .formatted(
                                order,
                                cause.getMessage(),
                                String.join(System.lineSeparator() + "  ", schedule)),
                cause);
        this.schedule = List.copyOf(schedule);
    }

    /** The steps in their order, each with who took it. */
    public List<String> schedule() {
        return schedule;
    }
}
