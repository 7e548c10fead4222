package dev.holdfast.orders.payment.stripe;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The body of an answer that is none of 2xx. */
record StripeError(Fields error) {

    /**
     * What went wrong.
     *
     * @param declineCode the issuer's reason, finer than the code
     * @param param the parameter to blame
     */
    record Fields(
            String type,
            String code,
            @JsonProperty("decline_code") String declineCode,
            String param,
            String message) {}

    static final StripeError UNREADABLE =
            new StripeError(new Fields(null, null, null, null, "The answer cannot be read."));
}
