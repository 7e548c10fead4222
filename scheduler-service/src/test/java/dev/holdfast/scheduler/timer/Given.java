package dev.holdfast.scheduler.timer;

import dev.holdfast.contracts.Catalogue;
import dev.holdfast.contracts.Command;
import dev.holdfast.contracts.orders.ExpireOrder;
import dev.holdfast.contracts.scheduler.CancelTimer;
import dev.holdfast.contracts.scheduler.Fire;
import dev.holdfast.contracts.scheduler.SetTimer;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.scheduler.Arriving;
import java.time.Instant;
import java.util.UUID;

/** Commands as they arrive. */
final class Given {

    static final String TRACEPARENT = Arriving.TRACEPARENT;

    private Given() {}

    /** A timer that expires an order. */
    static Received<SetTimer> setTimer(UUID order, Instant dueAt) {
        return setTimer("payment:" + order, order, dueAt);
    }

    static Received<SetTimer> setTimer(String timer, UUID order, Instant dueAt) {
        return received(new SetTimer(timer, dueAt, expire(order)));
    }

    static Received<CancelTimer> cancelTimer(UUID order) {
        return received(new CancelTimer("payment:" + order));
    }

    static Fire expire(UUID order) {
        var type = Catalogue.typeOf(new ExpireOrder(order));
        return new Fire(type.id(), order.toString(), "{\"orderId\":\"%s\"}".formatted(order));
    }

    static <C extends Command> Received<C> received(C command) {
        return Arriving.as(command);
    }
}
