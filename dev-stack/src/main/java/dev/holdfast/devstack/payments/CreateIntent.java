package dev.holdfast.devstack.payments;

import dev.holdfast.devstack.thirdparty.Form;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The parameters of {@code POST /v1/payment_intents}.
 *
 * @param method null if none is given yet
 * @param confirm whether to charge at once
 */
record CreateIntent(
        long amount,
        String currency,
        String method,
        boolean manualCapture,
        boolean confirm,
        String description,
        Map<String, String> metadata) {

    private static final long MOST = 99_999_999;
    private static final Set<String> KNOWN =
            Set.of(
                    "amount",
                    "currency",
                    "payment_method",
                    "capture_method",
                    "confirm",
                    "description",
                    "metadata",
                    "off_session",
                    "error_on_requires_action",
                    "payment_method_types",
                    "automatic_payment_methods",
                    "return_url");

    /**
     * Reads the parameters.
     *
     * @throws Refusal if one is missing, not known or not sensible
     */
    static CreateIntent from(Form form) {
        Parameters.known(form, KNOWN);
        String currency = Parameters.required(form, "currency");
        if (!currency.matches("[a-zA-Z]{3}")) {
            throw new Refusal(
                    StripeError.parameter(
                            "parameter_invalid",
                            "currency",
                            "Invalid currency: %s.".formatted(currency)));
        }
        String capture =
                Parameters.oneOf(form, "capture_method", "automatic", "automatic_async", "manual");
        Parameters.required(form, "amount");
        return new CreateIntent(
                Parameters.amount(form, "amount", MOST).orElseThrow(),
                currency.toLowerCase(Locale.ROOT),
                form.value("payment_method").orElse(null),
                capture.equals("manual"),
                Parameters.oneOf(form, "confirm", "false", "true").equals("true"),
                form.value("description").orElse(null),
                form.nested("metadata"));
    }

    /** The new intent, not yet charged. */
    Intent intent(long now) {
        return new Intent(
                Ids.next("pi"),
                amount,
                currency,
                method == null
                        ? IntentStatus.REQUIRES_PAYMENT_METHOD
                        : IntentStatus.REQUIRES_CONFIRMATION,
                manualCapture,
                method,
                0,
                0,
                null,
                null,
                null,
                description,
                metadata,
                now);
    }
}
