package dev.holdfast.orders.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Brings events that older builds wrote to the version of today, step by step. Stored rows stay as
 * they were written.
 */
final class Upcasters {

    /** Every upcaster there is: one for each version of an event type that is no longer written. */
    static final Upcasters ALL = new Upcasters(List.of());

    private final Map<String, Upcaster> byType;

    Upcasters(List<Upcaster> upcasters) {
        byType =
                upcasters.stream()
                        .collect(Collectors.toUnmodifiableMap(Upcaster::from, Function.identity()));
    }

    /** An event of today, or of a version that was never changed. */
    Upcast upcast(String type, ObjectNode data) {
        Upcast current = new Upcast(type, data);
        for (Upcaster step = byType.get(type); step != null; step = byType.get(current.type())) {
            current = new Upcast(step.to(), step.change().apply(current.data()));
        }
        return current;
    }

    /** What an event reads as. */
    record Upcast(String type, ObjectNode data) {}
}
