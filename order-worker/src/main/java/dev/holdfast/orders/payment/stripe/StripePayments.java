package dev.holdfast.orders.payment.stripe;

import dev.holdfast.courier.retry.CircuitOpen;
import dev.holdfast.courier.retry.PermanentFailure;
import dev.holdfast.orders.payment.Authorization;
import dev.holdfast.orders.payment.Authorization.Authorized;
import dev.holdfast.orders.payment.Authorization.Declined;
import dev.holdfast.orders.payment.Holding;
import dev.holdfast.orders.payment.Holding.Held;
import dev.holdfast.orders.payment.Holding.NothingHeld;
import dev.holdfast.orders.payment.OutcomeUnknown;
import dev.holdfast.orders.payment.PaymentRequest;
import dev.holdfast.orders.payment.Payments;
import dev.holdfast.orders.payment.RefundRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Payments by way of Stripe: one PaymentIntent for an order, to be captured later. */
@ApplicationScoped
class StripePayments implements Payments {

    private final StripeApi stripe;
    private final StripeGuard guard;

    StripePayments(@RestClient StripeApi stripe, StripeGuard guard) {
        this.stripe = stripe;
        this.guard = guard;
    }

    @Override
    public Authorization authorize(PaymentRequest request) {
        try {
            var form = IntentForm.confirmed(request);
            var intent = ask(() -> stripe.create(key(request.orderId()), form));
            return new Authorized(checked(intent, request).id());
        } catch (StripeRefusal refusal) {
            if (refusal.isDecline()) {
                return new Declined(refusal.reason(), refusal.detail());
            }
            if (refusal.isKeyTaken()) {
                throw new OutcomeUnknown("The order's key is used up already.", refusal);
            }
            throw unexpected(refusal);
        }
    }

    /**
     * A search finds what was set aside long ago, when Stripe has forgotten the key, but not what
     * is under way. So the order's key is used up by an intent that can never hold money. If Stripe
     * answers that the key is used already, the first request is repeated to learn how it ended.
     */
    @Override
    public Holding forestall(PaymentRequest request) {
        Optional<Held> found = find(request.orderId());
        if (found.isPresent()) {
            return found.get();
        }
        try {
            var form = IntentForm.unconfirmed(request);
            ask(() -> stripe.create(key(request.orderId()), form));
            return new NothingHeld();
        } catch (StripeRefusal refusal) {
            if (!refusal.isKeyTaken()) {
                throw unexpected(refusal);
            }
        }
        return switch (authorize(request)) {
            case Authorized(String paymentId) -> new Held(paymentId);
            case Declined _ -> new NothingHeld();
        };
    }

    @Override
    public void voidAuthorization(String paymentId) {
        try {
            ask(() -> stripe.cancel("void-" + paymentId, paymentId, IntentForm.abandoned()));
        } catch (StripeRefusal refusal) {
            if (!is(paymentId, PaymentIntent::isCanceled)) {
                throw unexpected(refusal);
            }
        }
    }

    @Override
    public void capture(String paymentId, long amount) {
        try {
            var form = IntentForm.captured(amount);
            ask(() -> stripe.capture("capture-" + paymentId, paymentId, form));
        } catch (StripeRefusal refusal) {
            if (!is(paymentId, PaymentIntent::isCaptured)) {
                throw unexpected(refusal);
            }
        }
    }

    @Override
    public void refund(RefundRequest request) {
        try {
            var form = IntentForm.refund(request);
            var refund = ask(() -> stripe.refund("refund-" + request.refundId(), form));
            if (refund.failed()) {
                throw new PermanentFailure(
                        "Refund %s of payment %s is %s."
                                .formatted(refund.id(), request.paymentId(), refund.status()));
            }
        } catch (StripeRefusal refusal) {
            throw unexpected(refusal);
        }
    }

    private boolean is(String paymentId, Predicate<PaymentIntent> expected) {
        try {
            return expected.test(ask(() -> stripe.get(paymentId)));
        } catch (StripeRefusal unknown) {
            return false;
        }
    }

    private Optional<Held> find(UUID orderId) {
        var query = "metadata['order_id']:'%s'".formatted(orderId);
        return ask(() -> stripe.search(query)).data().stream()
                .filter(PaymentIntent::holdsMoney)
                .map(intent -> new Held(intent.id()))
                .findFirst();
    }

    private static String key(UUID orderId) {
        return "authorize-" + orderId;
    }

    /** What is set aside must be what was asked for: anything else is for a person to look at. */
    private static PaymentIntent checked(PaymentIntent intent, PaymentRequest request) {
        if (!intent.holdsMoney()
                || intent.amount() != request.amount()
                || !intent.currency().equalsIgnoreCase(request.currency())) {
            throw new PermanentFailure(
                    "Payment %s of order %s is %s over %d %s, instead of set aside over %d %s."
                            .formatted(
                                    intent.id(),
                                    request.orderId(),
                                    intent.status(),
                                    intent.amount(),
                                    intent.currency(),
                                    request.amount(),
                                    request.currency()));
        }
        return intent;
    }

    private <T> T ask(Supplier<Uni<T>> request) {
        try {
            return guard.ask(request).await().indefinitely();
        } catch (CircuitBreakerOpenException e) {
            throw new CircuitOpen(
                    "Stripe is failing and is left alone for a while.", StripeGuard.REST, e);
        } catch (StripeUnavailable | StripeInFlight | TimeoutException | BulkheadException e) {
            throw new OutcomeUnknown("Stripe has not answered: %s".formatted(e.getMessage()), e);
        }
    }

    private static PermanentFailure unexpected(StripeRefusal refusal) {
        return new PermanentFailure(refusal.getMessage(), refusal);
    }
}
