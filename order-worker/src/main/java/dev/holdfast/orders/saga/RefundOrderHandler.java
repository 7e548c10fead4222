package dev.holdfast.orders.saga;

import dev.holdfast.contracts.orders.RefundOrder;
import dev.holdfast.courier.handler.CommandHandler;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.orders.order.Request;
import io.micrometer.core.annotation.Timed;
import jakarta.enterprise.context.ApplicationScoped;

/** Promises money back; {@link RefundPaymentHandler} gives it. */
@ApplicationScoped
class RefundOrderHandler implements CommandHandler<RefundOrder> {

    private final Desk desk;

    RefundOrderHandler(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Class<RefundOrder> command() {
        return RefundOrder.class;
    }

    @Override
    @Timed(
            value = "holdfast.order.step",
            extraTags = {"step", "refund"})
    public void handle(Received<RefundOrder> command) {
        var asked = command.body();
        desk.answer(
                command,
                asked.orderId(),
                new Request.Refund(
                        command.envelope().id(), asked.amount(), asked.lines(), asked.reason()));
    }
}
