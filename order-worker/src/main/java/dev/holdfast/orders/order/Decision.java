package dev.holdfast.orders.order;

import dev.holdfast.contracts.orders.OrderEvent;
import java.util.List;

/** What comes of a {@link Request}. */
public sealed interface Decision {

    /** It happens. */
    record Granted(List<OrderEvent> events) implements Decision {

        public Granted {
            events = List.copyOf(events);
        }
    }

    /** It cannot be, and nothing changes. */
    record Refused(Refusal why) implements Decision {}

    static Decision granted(OrderEvent... events) {
        return new Granted(List.of(events));
    }

    static Decision refused(String reason, String detail) {
        return new Refused(new Refusal(reason, detail));
    }
}
