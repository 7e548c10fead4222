package dev.holdfast.orders.saga;

import dev.holdfast.contracts.orders.ExpireOrder;
import dev.holdfast.courier.handler.CommandHandler;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.orders.order.Instruction.Expire;
import dev.holdfast.orders.store.Loaded;
import dev.holdfast.orders.store.Orders;
import io.micrometer.core.annotation.Timed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Ends an order whose payment has had its time; leaves alone what got further. */
@ApplicationScoped
class ExpireOrderHandler implements CommandHandler<ExpireOrder> {

    private final Orders orders;
    private final Saga saga;

    ExpireOrderHandler(Orders orders, Saga saga) {
        this.orders = orders;
        this.saga = saga;
    }

    @Override
    public Class<ExpireOrder> command() {
        return ExpireOrder.class;
    }

    @Override
    @Timed(
            value = "holdfast.order.step",
            extraTags = {"step", "expire"})
    public void handle(Received<ExpireOrder> command) {
        expire(List.of(command));
    }

    @Override
    @Timed(
            value = "holdfast.order.step",
            extraTags = {"step", "expire"})
    public void handleAll(List<Received<ExpireOrder>> commands) {
        expire(commands);
    }

    private void expire(List<Received<ExpireOrder>> commands) {
        Map<UUID, Cause> byOrder = new LinkedHashMap<>();
        commands.forEach(c -> byOrder.putIfAbsent(c.body().orderId(), Cause.of(c.envelope())));
        var loaded = orders.load(byOrder.keySet());
        saga.advance(
                loaded.entrySet().stream()
                        .map(order -> step(order.getValue(), byOrder.get(order.getKey())))
                        .toList());
    }

    private static Saga.Step step(Loaded order, Cause cause) {
        return new Saga.Step(order, new Expire(), cause);
    }
}
