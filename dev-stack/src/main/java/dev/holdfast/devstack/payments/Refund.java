package dev.holdfast.devstack.payments;

import java.util.Map;

/**
 * Money given back.
 *
 * @param reason as the caller gave it; may be null
 * @param created in seconds since 1970
 */
record Refund(
        String id,
        String intent,
        String charge,
        long amount,
        String currency,
        String reason,
        Map<String, String> metadata,
        long created) {}
