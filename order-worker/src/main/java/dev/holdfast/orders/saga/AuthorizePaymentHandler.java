package dev.holdfast.orders.saga;

import dev.holdfast.contracts.orders.AuthorizePayment;
import dev.holdfast.contracts.orders.VoidPayment;
import dev.holdfast.courier.handler.CallingHandler;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.courier.outbox.Outbox;
import dev.holdfast.orders.order.Instruction;
import dev.holdfast.orders.order.OrderState.Reserved;
import dev.holdfast.orders.payment.Authorization;
import dev.holdfast.orders.payment.PaymentRequest;
import dev.holdfast.orders.payment.Payments;
import dev.holdfast.orders.store.Loaded;
import dev.holdfast.orders.store.Orders;
import io.micrometer.core.annotation.Timed;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks for the money of an order whose stock is held, and confirms or declines the order. */
@ApplicationScoped
class AuthorizePaymentHandler
        implements CallingHandler<AuthorizePayment, PaymentRequest, Authorization> {

    private final Orders orders;
    private final Payments payments;
    private final Saga saga;
    private final Outbox outbox;

    AuthorizePaymentHandler(Orders orders, Payments payments, Saga saga, Outbox outbox) {
        this.orders = orders;
        this.payments = payments;
        this.saga = saga;
        this.outbox = outbox;
    }

    @Override
    public Class<AuthorizePayment> command() {
        return AuthorizePayment.class;
    }

    @Override
    public PaymentRequest prepare(Received<AuthorizePayment> command) {
        return orders.load(command.body().orderId()).state() instanceof Reserved reserved
                ? PaymentRequest.of(reserved.order())
                : null;
    }

    @Override
    @Timed(
            value = "holdfast.order.step",
            extraTags = {"step", "authorize"})
    public Authorization call(Received<AuthorizePayment> command, PaymentRequest request) {
        return payments.authorize(request);
    }

    @Override
    @Timed(
            value = "holdfast.order.step",
            extraTags = {"step", "settle"})
    public void settle(
            Received<AuthorizePayment> command, PaymentRequest request, Authorization answer) {
        Loaded order = orders.load(request.orderId());
        var cause = Cause.of(command.envelope());
        switch (answer) {
            case Authorization.Authorized(String paymentId) -> {
                if (order.state().refusesMoney()) {
                    outbox.send(new VoidPayment(request.orderId(), paymentId), cause);
                } else {
                    saga.advance(order, new Instruction.Authorize(paymentId), cause);
                }
            }
            case Authorization.Declined(String reason, String detail) ->
                    saga.advance(order, new Instruction.Decline(reason, detail), cause);
        }
    }
}
