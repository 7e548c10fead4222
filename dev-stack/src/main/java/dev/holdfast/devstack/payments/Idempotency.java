package dev.holdfast.devstack.payments;

import dev.holdfast.devstack.thirdparty.Answer;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * A request under a key is carried out once; the same again gets the first answer.
 *
 * <p>As at Stripe, only what was carried out is remembered, declines too; a request that was
 * refused for its parameters, or failed before it began, may come again under its key.
 */
final class Idempotency {

    static final String REPLAYED = "Idempotent-Replayed";

    private final Books books;
    private final Set<String> inFlight = ConcurrentHashMap.newKeySet();

    Idempotency(Books books) {
        this.books = books;
    }

    /**
     * Carries out, or replays.
     *
     * @throws Refusal if the key is in flight, or was used with other parameters
     */
    Answer once(String key, String fingerprint, Supplier<Answer> carryOut) {
        if (!inFlight.add(key)) {
            throw new Refusal(StripeError.inFlight(key));
        }
        try {
            Optional<Entry> first = books.answer(key);
            return first.isPresent() ? replay(first.get(), fingerprint) : carryOut.get();
        } finally {
            inFlight.remove(key);
        }
    }

    private static Answer replay(Entry first, String fingerprint) {
        if (!first.fingerprint().equals(fingerprint)) {
            throw new Refusal(StripeError.otherParameters(first.key()));
        }
        return new Answer.Reply(first.status(), first.body()).with(REPLAYED, "true");
    }
}
