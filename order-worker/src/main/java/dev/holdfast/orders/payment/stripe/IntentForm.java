package dev.holdfast.orders.payment.stripe;

import dev.holdfast.orders.payment.PaymentRequest;
import dev.holdfast.orders.payment.RefundRequest;
import jakarta.ws.rs.core.Form;
import java.util.Locale;

/**
 * The parameters of a PaymentIntent. Stripe compares them with those that its idempotency key first
 * came with: of one order, they must not change.
 */
final class IntentForm {

    private IntentForm() {}

    /** To be charged at once; an issuer that wants to see the customer first is a decline. */
    static Form confirmed(PaymentRequest request) {
        return unconfirmed(request)
                .param("payment_method", request.method())
                .param("confirm", "true")
                .param("error_on_requires_action", "true");
    }

    /** Holds no money and, without a payment method, never will. */
    static Form unconfirmed(PaymentRequest request) {
        return new Form()
                .param("amount", Long.toString(request.amount()))
                .param("currency", request.currency().toLowerCase(Locale.ROOT))
                .param("capture_method", "manual")
                .param("payment_method_types[]", "card")
                .param("metadata[order_id]", request.orderId().toString());
    }

    static Form abandoned() {
        return new Form().param("cancellation_reason", "abandoned");
    }

    static Form captured(long amount) {
        return new Form().param("amount_to_capture", Long.toString(amount));
    }

    static Form refund(RefundRequest request) {
        return new Form()
                .param("payment_intent", request.paymentId())
                .param("amount", Long.toString(request.amount()))
                .param("metadata[refund_id]", request.refundId().toString());
    }
}
