package dev.holdfast.auditor.reading;

import dev.holdfast.auditor.evidence.Payment;
import java.util.ArrayList;
import java.util.List;

/** The books of the payment sandbox. */
final class PaymentBooks {

    private final String url;

    PaymentBooks(String url) {
        this.url = url;
    }

    List<Payment> payments() {
        List<Payment> payments = new ArrayList<>();
        Http.get("The payment provider", url)
                .path("intents")
                .forEach(
                        intent ->
                                payments.add(
                                        new Payment(
                                                intent.path("id").asText(),
                                                intent.path("order_id").textValue(),
                                                intent.path("amount").asLong(),
                                                intent.path("currency").asText(),
                                                intent.path("status").asText(),
                                                intent.path("live").asBoolean())));
        return payments;
    }
}
