package dev.holdfast.orders.saga;

import dev.holdfast.contracts.orders.CancelOrder;
import dev.holdfast.courier.handler.CommandHandler;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.orders.order.Request;
import io.micrometer.core.annotation.Timed;
import jakarta.enterprise.context.ApplicationScoped;

/** Cancels an order, or what of it has not left. */
@ApplicationScoped
class CancelOrderHandler implements CommandHandler<CancelOrder> {

    private final Desk desk;

    CancelOrderHandler(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Class<CancelOrder> command() {
        return CancelOrder.class;
    }

    @Override
    @Timed(
            value = "holdfast.order.step",
            extraTags = {"step", "cancel"})
    public void handle(Received<CancelOrder> command) {
        var asked = command.body();
        desk.answer(
                command,
                asked.orderId(),
                new Request.Cancel(command.envelope().id(), asked.reason()));
    }
}
