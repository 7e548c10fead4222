package dev.holdfast.devstack.payments;

import java.util.Locale;

/** Where an intent stands; written in lower case, as Stripe writes it. */
enum IntentStatus {
    REQUIRES_PAYMENT_METHOD,
    REQUIRES_CONFIRMATION,
    REQUIRES_CAPTURE,
    SUCCEEDED,
    CANCELED;

    String stripeName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
