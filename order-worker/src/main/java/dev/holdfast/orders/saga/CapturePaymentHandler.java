package dev.holdfast.orders.saga;

import dev.holdfast.contracts.orders.CapturePayment;
import dev.holdfast.courier.handler.CallingHandler;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.orders.order.Instruction.RecordCapture;
import dev.holdfast.orders.order.OrderState.Shipped;
import dev.holdfast.orders.order.Payment;
import dev.holdfast.orders.payment.Payments;
import dev.holdfast.orders.store.Orders;
import io.micrometer.core.annotation.Timed;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes the money of an order of which something has left. */
@ApplicationScoped
class CapturePaymentHandler implements CallingHandler<CapturePayment, Payment, Payment> {

    private final Orders orders;
    private final Payments payments;
    private final Saga saga;

    CapturePaymentHandler(Orders orders, Payments payments, Saga saga) {
        this.orders = orders;
        this.payments = payments;
        this.saga = saga;
    }

    @Override
    public Class<CapturePayment> command() {
        return CapturePayment.class;
    }

    @Override
    public Payment prepare(Received<CapturePayment> command) {
        return orders.load(command.body().orderId()).state() instanceof Shipped shipped
                        && !shipped.money().taken()
                ? shipped.money().payment()
                : null;
    }

    @Override
    @Timed(
            value = "holdfast.order.step",
            extraTags = {"step", "capture"})
    public Payment call(Received<CapturePayment> command, Payment payment) {
        payments.capture(payment.id(), payment.amount());
        return payment;
    }

    @Override
    public void settle(Received<CapturePayment> command, Payment payment, Payment captured) {
        saga.advance(
                orders.load(command.body().orderId()),
                new RecordCapture(command.envelope().id()),
                Cause.of(command.envelope()));
    }
}
