package dev.holdfast.devstack.payments;

import dev.holdfast.devstack.thirdparty.Answer;
import dev.holdfast.devstack.thirdparty.Faults;
import dev.holdfast.devstack.thirdparty.Faults.Met;
import dev.holdfast.devstack.thirdparty.Form;
import dev.holdfast.devstack.thirdparty.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of Stripe's HTTP API that an order needs, under {@code /v1}. */
final class StripeApi {

    private static final String INTENTS = "/v1/payment_intents";
    private static final Pattern ONE_INTENT =
            Pattern.compile(INTENTS + "/(?<id>pi_\\w+)(?:/(?<step>confirm|capture|cancel))?");
    private static final Pattern BY_ORDER =
            Pattern.compile("metadata\\[(['\"])order_id\\1\\]:(['\"])(?<order>.*)\\2");

    private final Books books;
    private final PaymentIntents intents;
    private final Idempotency idempotency;
    private final Faults<FaultMode> faults;
    private final Map<String, Integer> faultyTries = new ConcurrentHashMap<>();

    StripeApi(Books books, PaymentIntents intents, Faults<FaultMode> faults) {
        this.books = books;
        this.intents = intents;
        this.idempotency = new Idempotency(books);
        this.faults = faults;
    }

    Answer answer(Request request) {
        try {
            return Trouble.meet(faults.next(), () -> carryOut(request));
        } catch (Refusal e) {
            return StripeJson.reply(e.error());
        }
    }

    private Answer carryOut(Request request) {
        try {
            authorize(request);
            return switch (request.method()) {
                case "GET" -> get(request);
                case "POST" -> post(request);
                default -> throw noSuchUrl(request);
            };
        } catch (Refusal e) {
            return StripeJson.reply(e.error());
        }
    }

    private static void authorize(Request request) {
        String key = request.header("Authorization").orElse("");
        if (!key.startsWith("Bearer ")) {
            throw new Refusal(
                    StripeError.unauthorized(
                            "You did not provide an API key: send 'Authorization: Bearer"
                                    + " YOUR_SECRET_KEY'."));
        }
        if (!key.startsWith("Bearer sk_test_")) {
            throw new Refusal(
                    StripeError.unauthorized(
                            "Invalid API key provided: the sandbox takes keys that begin with"
                                    + " sk_test_."));
        }
    }

    private Answer get(Request request) {
        if (request.path().equals(INTENTS + "/search")) {
            return search(Parameters.required(request.query(), "query"));
        }
        Matcher one = ONE_INTENT.matcher(request.path());
        if (!one.matches() || one.group("step") != null) {
            throw noSuchUrl(request);
        }
        return Answer.ok(StripeJson.intent(books.read(() -> intents.known(one.group("id")))));
    }

    private Answer search(String query) {
        Matcher byOrder = BY_ORDER.matcher(query);
        if (!byOrder.matches()) {
            throw new Refusal(
                    StripeError.parameter(
                            "parameter_invalid",
                            "query",
                            "The sandbox searches by metadata['order_id']:'…' only."));
        }
        List<Intent> found = books.read(() -> books.intentsOf(byOrder.group("order")));
        return Answer.ok(StripeJson.found(found));
    }

    private Answer post(Request request) {
        Form form = request.form();
        Supplier<Entry> step = step(request, form);
        String key = request.header("Idempotency-Key").orElse(null);
        Supplier<Answer> carryOut =
                () ->
                        Trouble.meet(
                                faultOf(form, key), () -> enter(step, key, fingerprint(request)));
        return key == null ? carryOut.get() : idempotency.once(key, fingerprint(request), carryOut);
    }

    private Supplier<Entry> step(Request request, Form form) {
        return switch (request.path()) {
            case INTENTS -> () -> intents.create(form);
            case "/v1/refunds" -> () -> intents.refund(form);
            default -> stepOfOne(request, form);
        };
    }

    private Supplier<Entry> stepOfOne(Request request, Form form) {
        Matcher one = ONE_INTENT.matcher(request.path());
        if (!one.matches() || one.group("step") == null) {
            throw noSuchUrl(request);
        }
        String id = one.group("id");
        return switch (one.group("step")) {
            case "confirm" -> () -> intents.confirm(id, form);
            case "capture" -> () -> intents.capture(id, form);
            default -> () -> intents.cancel(id, form);
        };
    }

    private Answer enter(Supplier<Entry> step, String key, String fingerprint) {
        Entry entry = books.enter(() -> step.get().under(key, fingerprint));
        return new Answer.Reply(entry.status(), entry.body());
    }

    /** The fault that the payment method asks for; its tries are counted by key, else by order. */
    private Optional<Met<FaultMode>> faultOf(Form form, String key) {
        TestMethod method =
                form.value("payment_method")
                        .map(TestMethods::named)
                        .orElseGet(TestMethod::approving);
        if (method.fault() == null) {
            return Optional.empty();
        }
        String of = key != null ? key : form.nested("metadata").getOrDefault(Intent.ORDER_ID, "");
        int tries = faultyTries.merge(of, 1, Integer::sum);
        return tries <= method.faultyTries() ? Optional.of(method.fault()) : Optional.empty();
    }

    private static String fingerprint(Request request) {
        return Fingerprint.of(request.method(), request.path(), request.form());
    }

    private static Refusal noSuchUrl(Request request) {
        return new Refusal(StripeError.noSuchUrl(request.method(), request.path()));
    }
}
