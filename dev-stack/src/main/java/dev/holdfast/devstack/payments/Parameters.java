package dev.holdfast.devstack.payments;

import dev.holdfast.devstack.thirdparty.Form;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.Set;

/** Reads parameters as strictly as Stripe does: each refusal names the parameter. */
final class Parameters {

    private Parameters() {}

    static void known(Form form, Set<String> known) {
        for (String name : form.values().keySet()) {
            if (!known.contains(name.replaceFirst("\\[.*", ""))) {
                throw new Refusal(
                        StripeError.parameter(
                                "parameter_unknown",
                                name,
                                "Received unknown parameter: %s".formatted(name)));
            }
        }
    }

    static String required(Form form, String name) {
        return form.value(name).orElseThrow(() -> new Refusal(StripeError.missing(name)));
    }

    /** One of the choices, of which the first stands for a parameter that is not given. */
    static String oneOf(Form form, String name, String... choices) {
        String choice = form.value(name).orElse(choices[0]);
        if (!Arrays.asList(choices).contains(choice)) {
            throw new Refusal(
                    StripeError.parameter(
                            "parameter_invalid",
                            name,
                            "Invalid %s: must be one of %s."
                                    .formatted(name, String.join(", ", choices))));
        }
        return choice;
    }

    /** An amount in minor units, at least 1. */
    static OptionalLong amount(Form form, String name, long most) {
        String value = form.value(name).orElse(null);
        if (value == null) {
            return OptionalLong.empty();
        }
        if (!value.matches("\\d{1,18}") || Long.parseLong(value) == 0) {
            throw new Refusal(
                    StripeError.parameter(
                            "parameter_invalid_integer",
                            name,
                            "Invalid positive integer: %s".formatted(value)));
        }
        if (Long.parseLong(value) > most) {
            throw new Refusal(
                    StripeError.parameter(
                            "amount_too_large",
                            name,
                            "%s must be no more than %d.".formatted(name, most)));
        }
        return OptionalLong.of(Long.parseLong(value));
    }
}
