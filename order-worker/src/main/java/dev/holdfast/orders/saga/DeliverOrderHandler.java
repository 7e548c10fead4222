package dev.holdfast.orders.saga;

import dev.holdfast.contracts.orders.DeliverOrder;
import dev.holdfast.courier.handler.CommandHandler;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.orders.order.Request;
import io.micrometer.core.annotation.Timed;
import jakarta.enterprise.context.ApplicationScoped;

/** Notes that an order has arrived. */
@ApplicationScoped
class DeliverOrderHandler implements CommandHandler<DeliverOrder> {

    private final Desk desk;

    DeliverOrderHandler(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Class<DeliverOrder> command() {
        return DeliverOrder.class;
    }

    @Override
    @Timed(
            value = "holdfast.order.step",
            extraTags = {"step", "deliver"})
    public void handle(Received<DeliverOrder> command) {
        var asked = command.body();
        desk.answer(command, asked.orderId(), new Request.Deliver());
    }
}
