package dev.holdfast.orders.saga;

import dev.holdfast.contracts.orders.ShipOrder;
import dev.holdfast.courier.handler.CommandHandler;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.orders.order.Request;
import io.micrometer.core.annotation.Timed;
import jakarta.enterprise.context.ApplicationScoped;

/** Notes that a parcel has left. */
@ApplicationScoped
class ShipOrderHandler implements CommandHandler<ShipOrder> {

    private final Desk desk;

    ShipOrderHandler(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Class<ShipOrder> command() {
        return ShipOrder.class;
    }

    @Override
    @Timed(
            value = "holdfast.order.step",
            extraTags = {"step", "ship"})
    public void handle(Received<ShipOrder> command) {
        var asked = command.body();
        desk.answer(
                command,
                asked.orderId(),
                new Request.Ship(command.envelope().id(), asked.lines(), asked.trackingNumber()));
    }
}
