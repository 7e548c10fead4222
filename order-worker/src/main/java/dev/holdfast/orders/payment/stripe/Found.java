package dev.holdfast.orders.payment.stripe;

import java.util.List;

/** What a search found. */
record Found(List<PaymentIntent> data) {}
