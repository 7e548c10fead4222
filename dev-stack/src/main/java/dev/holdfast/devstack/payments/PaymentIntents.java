package dev.holdfast.devstack.payments;

import dev.holdfast.devstack.thirdparty.Form;
import java.time.Clock;
import java.util.Set;

/** The steps of a payment: each answers with the entry to make, and runs inside the books. */
final class PaymentIntents {

    private static final Set<String> CONFIRM = Set.of("payment_method", "return_url");
    private static final Set<String> CAPTURE = Set.of("amount_to_capture", "metadata");
    private static final Set<String> CANCEL = Set.of("cancellation_reason");
    private static final Set<String> REFUND =
            Set.of("payment_intent", "amount", "reason", "metadata");

    private final Books books;
    private final Clock clock;

    PaymentIntents(Books books, Clock clock) {
        this.books = books;
        this.clock = clock;
    }

    Entry create(Form form) {
        CreateIntent wish = CreateIntent.from(form);
        Intent intent = wish.intent(now());
        return wish.confirm() ? charged(intent, wish.method()) : entered(intent);
    }

    Entry confirm(String id, Form form) {
        Parameters.known(form, CONFIRM);
        Intent intent = known(id);
        if (intent.status() != IntentStatus.REQUIRES_CONFIRMATION
                && intent.status() != IntentStatus.REQUIRES_PAYMENT_METHOD) {
            throw intent.unexpected("confirmed", "requires_payment_method, requires_confirmation");
        }
        return charged(intent, form.value("payment_method").orElse(intent.paymentMethod()));
    }

    Entry capture(String id, Form form) {
        Parameters.known(form, CAPTURE);
        Intent intent = known(id);
        long amount =
                Parameters.amount(form, "amount_to_capture", intent.amount())
                        .orElse(intent.amount());
        return entered(intent.capture(amount));
    }

    Entry cancel(String id, Form form) {
        Parameters.known(form, CANCEL);
        return entered(known(id).cancel(form.value("cancellation_reason").orElse(null)));
    }

    Entry refund(Form form) {
        Parameters.known(form, REFUND);
        Intent intent = known(Parameters.required(form, "payment_intent"));
        long amount =
                Parameters.amount(form, "amount", Long.MAX_VALUE)
                        .orElse(intent.captured() - intent.refunded());
        Intent refunded = intent.refund(amount);
        var refund =
                new Refund(
                        Ids.next("re"),
                        intent.id(),
                        intent.charge(),
                        amount,
                        intent.currency(),
                        form.value("reason").orElse(null),
                        form.nested("metadata"),
                        now());
        return new Entry(refunded, refund, null, null, 200, StripeJson.refund(refund));
    }

    private Entry charged(Intent intent, String method) {
        if (method == null) {
            throw new Refusal(
                    StripeError.state(
                            "payment_intent_unexpected_state",
                            "You cannot confirm this PaymentIntent because it's missing a payment"
                                    + " method.",
                            null));
        }
        Decline decline = TestMethods.named(method).decline();
        if (decline == null) {
            return entered(intent.approved(method, Ids.next("ch")));
        }
        Intent declined = intent.declined(Ids.next("ch"), decline);
        StripeError error = StripeError.declined(declined);
        return new Entry(declined, null, null, null, error.status(), StripeJson.error(error));
    }

    private static Entry entered(Intent intent) {
        return new Entry(intent, null, null, null, 200, StripeJson.intent(intent));
    }

    /** Only inside a step. */
    Intent known(String id) {
        return books.intent(id)
                .orElseThrow(
                        () ->
                                new Refusal(
                                        StripeError.notFound(
                                                "intent",
                                                "No such payment_intent: '%s'".formatted(id))));
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
