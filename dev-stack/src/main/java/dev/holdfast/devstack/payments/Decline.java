package dev.holdfast.devstack.payments;

import java.util.Optional;

/**
 * Why a card was declined.
 *
 * @param code Stripe's error code, for instance {@code card_declined}
 * @param declineCode the bank's reason, for instance {@code insufficient_funds}; null where the
 *     code says it all
 * @param paymentMethod the method that was tried
 */
record Decline(String code, String declineCode, String message, String paymentMethod) {

    private static final String DECLINED = "Your card was declined.";

    /** The decline that a test method has in its name, after {@code chargeDeclined}. */
    static Optional<Decline> named(String reason, String method) {
        return Optional.ofNullable(
                switch (reason) {
                    case "" -> byBank("generic_decline", DECLINED, method);
                    case "InsufficientFunds" ->
                            byBank(
                                    "insufficient_funds",
                                    "Your card has insufficient funds.",
                                    method);
                    case "LostCard" -> byBank("lost_card", DECLINED, method);
                    case "StolenCard" -> byBank("stolen_card", DECLINED, method);
                    case "VelocityLimitExceeded" ->
                            byBank(
                                    "card_velocity_exceeded",
                                    "Your card was declined for repeated attempts too often.",
                                    method);
                    case "ExpiredCard", "Expired" ->
                            new Decline("expired_card", null, "Your card has expired.", method);
                    case "IncorrectCvc" ->
                            new Decline(
                                    "incorrect_cvc",
                                    null,
                                    "Your card's security code is incorrect.",
                                    method);
                    case "ProcessingError" ->
                            new Decline(
                                    "processing_error",
                                    null,
                                    "An error occurred while processing your card.",
                                    method);
                    default -> null;
                });
    }

    private static Decline byBank(String declineCode, String message, String method) {
        return new Decline("card_declined", declineCode, message, method);
    }
}
