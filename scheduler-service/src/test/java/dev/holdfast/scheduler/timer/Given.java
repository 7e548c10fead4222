package dev.holdfast.scheduler.timer;

import dev.holdfast.contracts.Catalogue;
import dev.holdfast.contracts.Command;
import dev.holdfast.contracts.orders.ExpireOrder;
import dev.holdfast.contracts.scheduler.CancelTimer;
import dev.holdfast.contracts.scheduler.Fire;
import dev.holdfast.contracts.scheduler.SetTimer;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.courier.message.Envelope;
import dev.holdfast.courier.message.MessageIds;
import java.time.Instant;
import java.util.UUID;

/** Commands as they arrive. */
final class Given {

    static final String TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

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
        UUID id = MessageIds.next();
        return new Received<>(
                command,
                new Envelope(
                        id,
                        Catalogue.typeOf(command).id(),
                        "/order-worker",
                        command.key(),
                        null,
                        Instant.now(),
                        MessageIds.next(),
                        MessageIds.next(),
                        TRACEPARENT));
    }
}
