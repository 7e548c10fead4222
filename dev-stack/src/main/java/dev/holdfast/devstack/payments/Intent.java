package dev.holdfast.devstack.payments;

import static dev.holdfast.devstack.payments.IntentStatus.CANCELED;
import static dev.holdfast.devstack.payments.IntentStatus.REQUIRES_CAPTURE;
import static dev.holdfast.devstack.payments.IntentStatus.REQUIRES_PAYMENT_METHOD;
import static dev.holdfast.devstack.payments.IntentStatus.SUCCEEDED;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Map;

/**
 * A payment, and the rules by which it changes.
 *
 * @param amount in minor units
 * @param captured what was taken in the end
 * @param refunded what of it was given back
 * @param charge the id of the last try to charge; null before the first
 * @param decline why that try failed; null if it did not
 * @param created in seconds since 1970
 */
record Intent(
        String id,
        long amount,
        String currency,
        IntentStatus status,
        boolean manualCapture,
        String paymentMethod,
        long captured,
        long refunded,
        String charge,
        Decline decline,
        String cancellationReason,
        String description,
        Map<String, String> metadata,
        long created) {

    static final String ORDER_ID = "order_id";

    Intent {
        metadata = Map.copyOf(metadata);
    }

    /** The order that this pays for; null if the caller did not say. */
    @JsonIgnore
    String orderId() {
        return metadata.get(ORDER_ID);
    }

    /** Whether money is set aside or taken and not given back. */
    @JsonIgnore
    boolean live() {
        return status == REQUIRES_CAPTURE || (status == SUCCEEDED && refunded < captured);
    }

    @JsonIgnore
    long capturable() {
        return status == REQUIRES_CAPTURE ? amount : 0;
    }

    Intent approved(String method, String newCharge) {
        return manualCapture
                ? changed(REQUIRES_CAPTURE, method, 0, refunded, newCharge, null, null)
                : changed(SUCCEEDED, method, amount, refunded, newCharge, null, null);
    }

    Intent declined(String newCharge, Decline why) {
        return changed(REQUIRES_PAYMENT_METHOD, null, 0, 0, newCharge, why, null);
    }

    /**
     * Takes the money, or a part of it; what is left over is released.
     *
     * @throws Refusal if nothing is set aside, or less than this
     */
    Intent capture(long toCapture) {
        if (status != REQUIRES_CAPTURE) {
            throw unexpected("captured", "requires_capture");
        }
        if (toCapture < 1 || toCapture > amount) {
            throw new Refusal(
                    StripeError.parameter(
                            "amount_too_large",
                            "amount_to_capture",
                            "The amount to capture must be from 1 to %d.".formatted(amount)));
        }
        return changed(SUCCEEDED, paymentMethod, toCapture, 0, charge, null, null);
    }

    /**
     * Gives back what was set aside.
     *
     * @throws Refusal if the money was taken, or the intent is canceled already
     */
    Intent cancel(String reason) {
        if (status == SUCCEEDED || status == CANCELED) {
            throw unexpected(
                    "canceled", "requires_payment_method, requires_confirmation, requires_capture");
        }
        return changed(CANCELED, paymentMethod, 0, 0, charge, decline, reason);
    }

    /**
     * Gives back of what was taken.
     *
     * @throws Refusal if not as much was taken, or it was given back before
     */
    Intent refund(long toRefund) {
        long left = captured - refunded;
        if (status != SUCCEEDED) {
            throw unexpected("refunded", "succeeded");
        }
        if (left == 0) {
            throw new Refusal(
                    StripeError.state(
                            "charge_already_refunded",
                            "Charge %s has already been refunded.".formatted(charge),
                            this));
        }
        if (toRefund < 1 || toRefund > left) {
            String message = "Refund amount (%d) must be from 1 to the unrefunded amount (%d).";
            throw new Refusal(
                    StripeError.parameter(
                            "parameter_invalid_integer",
                            "amount",
                            message.formatted(toRefund, left)));
        }
        return changed(status, paymentMethod, captured, refunded + toRefund, charge, null, null);
    }

    /** The refusal of a step that does not fit the status. */
    Refusal unexpected(String step, String allowed) {
        String message =
                "This PaymentIntent could not be %s because it has a status of %s. Allowed: %s.";
        return new Refusal(
                StripeError.state(
                        "payment_intent_unexpected_state",
                        message.formatted(step, status.stripeName(), allowed),
                        this));
    }

    private Intent changed(
            IntentStatus newStatus,
            String newMethod,
            long newCaptured,
            long newRefunded,
            String newCharge,
            Decline newDecline,
            String newReason) {
        return new Intent(
                id,
                amount,
                currency,
                newStatus,
                manualCapture,
                newMethod,
                newCaptured,
                newRefunded,
                newCharge,
                newDecline,
                newReason,
                description,
                metadata,
                created);
    }
}
