package dev.holdfast.orders.saga;

import dev.holdfast.contracts.orders.ExpireOrder;
import dev.holdfast.courier.handler.CommandHandler;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.orders.order.Instruction.Expire;
import dev.holdfast.orders.store.Orders;
import io.micrometer.core.annotation.Timed;
import jakarta.enterprise.context.ApplicationScoped;

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
        saga.advance(
                orders.load(command.body().orderId()), new Expire(), Cause.of(command.envelope()));
    }
}
