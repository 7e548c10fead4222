package dev.holdfast.orders.payment.stripe;

import java.util.Set;

/** Stripe understood, and will not; the same again will be refused again. */
final class StripeRefusal extends StripeProblem {

    private static final Set<String> UP_TO_THE_CUSTOMER =
            Set.of("payment_method", "amount", "currency");

    private final int status;
    private final transient StripeError.Fields error;

    StripeRefusal(int status, StripeError.Fields error) {
        super("Stripe answered %d: %s".formatted(status, error.message()), null);
        this.status = status;
        this.error = error;
    }

    /** The card was declined, or there is no such card, or not for such an amount. */
    boolean isDecline() {
        return status == 402 || (status == 400 && blamesTheCustomersChoice());
    }

    /** The idempotency key was used before, with other parameters. */
    boolean isKeyTaken() {
        return "idempotency_error".equals(error.type());
    }

    String reason() {
        if (error.declineCode() != null) {
            return error.declineCode();
        }
        return error.code() == null ? "declined" : error.code();
    }

    String detail() {
        return error.message();
    }

    private boolean blamesTheCustomersChoice() {
        return error.param() != null && UP_TO_THE_CUSTOMER.contains(error.param());
    }
}
