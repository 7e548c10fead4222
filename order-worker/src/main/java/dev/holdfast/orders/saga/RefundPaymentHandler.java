package dev.holdfast.orders.saga;

import dev.holdfast.contracts.orders.RefundPayment;
import dev.holdfast.courier.handler.CallingHandler;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.orders.order.Instruction.RecordRefund;
import dev.holdfast.orders.order.Money;
import dev.holdfast.orders.order.OrderState.Shipped;
import dev.holdfast.orders.payment.Payments;
import dev.holdfast.orders.payment.RefundRequest;
import dev.holdfast.orders.store.Orders;
import io.micrometer.core.annotation.Timed;
import jakarta.enterprise.context.ApplicationScoped;

/** Gives the money of a refund back. */
@ApplicationScoped
class RefundPaymentHandler implements CallingHandler<RefundPayment, RefundRequest, RefundRequest> {

    private final Orders orders;
    private final Payments payments;
    private final Saga saga;

    RefundPaymentHandler(Orders orders, Payments payments, Saga saga) {
        this.orders = orders;
        this.payments = payments;
        this.saga = saga;
    }

    @Override
    public Class<RefundPayment> command() {
        return RefundPayment.class;
    }

    @Override
    public RefundRequest prepare(Received<RefundPayment> command) {
        return orders.load(command.body().orderId()).state() instanceof Shipped shipped
                ? pending(command.body(), shipped.money())
                : null;
    }

    @Override
    @Timed(
            value = "holdfast.order.step",
            extraTags = {"step", "give-back"})
    public RefundRequest call(Received<RefundPayment> command, RefundRequest request) {
        payments.refund(request);
        return request;
    }

    @Override
    public void settle(
            Received<RefundPayment> command, RefundRequest request, RefundRequest refunded) {
        saga.advance(
                orders.load(command.body().orderId()),
                new RecordRefund(refunded.refundId()),
                Cause.of(command.envelope()));
    }

    private static RefundRequest pending(RefundPayment command, Money money) {
        var refund = money.pending(command.refundId());
        return refund == null
                ? null
                : new RefundRequest(refund.id(), money.payment().id(), refund.amount());
    }
}
