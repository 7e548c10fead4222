package dev.holdfast.orders.store;

import dev.holdfast.courier.outbox.Committed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicInteger;

/** Hears what wakes the relay. */
@ApplicationScoped
public class Bell {

    private final AtomicInteger rings = new AtomicInteger();

    void ring(@Observes Committed committed) {
        rings.incrementAndGet();
    }

    int rings() {
        return rings.get();
    }
}
