package dev.holdfast.orders.saga;

import dev.holdfast.contracts.orders.VoidPayment;
import dev.holdfast.courier.handler.CallingHandler;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.orders.order.Instruction.RecordVoid;
import dev.holdfast.orders.order.OrderState.Known;
import dev.holdfast.orders.payment.Holding;
import dev.holdfast.orders.payment.Holding.Held;
import dev.holdfast.orders.payment.Holding.NothingHeld;
import dev.holdfast.orders.payment.PaymentRequest;
import dev.holdfast.orders.payment.Payments;
import dev.holdfast.orders.store.Orders;
import io.micrometer.core.annotation.Timed;
import jakarta.enterprise.context.ApplicationScoped;

/** Gives back what is, or may be, set aside for an order that will not be delivered. */
@ApplicationScoped
class VoidPaymentHandler implements CallingHandler<VoidPayment, PaymentRequest, Holding> {

    private final Orders orders;
    private final Payments payments;
    private final Saga saga;

    VoidPaymentHandler(Orders orders, Payments payments, Saga saga) {
        this.orders = orders;
        this.payments = payments;
        this.saga = saga;
    }

    @Override
    public Class<VoidPayment> command() {
        return VoidPayment.class;
    }

    @Override
    public PaymentRequest prepare(Received<VoidPayment> command) {
        return orders.load(command.body().orderId()).state() instanceof Known known
                        && known.refusesMoney()
                ? PaymentRequest.of(known.order())
                : null;
    }

    @Override
    @Timed(
            value = "holdfast.order.step",
            extraTags = {"step", "void"})
    public Holding call(Received<VoidPayment> command, PaymentRequest request) {
        String paymentId = command.body().paymentId();
        Holding holding = paymentId == null ? payments.forestall(request) : new Held(paymentId);
        if (holding instanceof Held(String held)) {
            payments.voidAuthorization(held);
        }
        return holding;
    }

    @Override
    public void settle(Received<VoidPayment> command, PaymentRequest request, Holding given) {
        switch (given) {
            case Held(String paymentId) ->
                    saga.advance(
                            orders.load(request.orderId()),
                            new RecordVoid(paymentId),
                            Cause.of(command.envelope()));
            case NothingHeld _ -> {}
        }
    }
}
