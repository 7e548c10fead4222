package dev.holdfast.devstack.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.devstack.thirdparty.Http;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One key, one payment. */
class IdempotencyTest {

    private PaymentsSandbox sandbox;
    private Merchant merchant;

    @BeforeEach
    void start(@TempDir Path data) {
        sandbox = PaymentsSandbox.start(data, 0);
        merchant = new Merchant(sandbox.url());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pm_card_visa", "pm_card_chargeDeclined"})
    void theSameRequestAgainGetsTheFirstAnswer(String method) throws Exception {
        Http.Reply first = merchant.authorize("k1", "o1", 100, method);
        Http.Reply again = merchant.authorize("k1", "o1", 100, method);

        assertNull(first.header("Idempotent-Replayed"));
        assertEquals("true", again.header("Idempotent-Replayed"));
        assertEquals(first.status(), again.status());
        assertEquals(first.json(), again.json());
        assertEquals(1, merchant.search("o1").size());
    }

    @Test
    void anotherRequestUnderTheKeyIsRefused() throws Exception {
        merchant.authorize("k1", "o1", 100, "pm_card_visa");
        Http.Reply other = merchant.authorize("k1", "o1", 101, "pm_card_visa");

        assertEquals(400, other.status());
        assertEquals("idempotency_error", other.json().at("/error/type").asText());
        assertEquals(1, merchant.search("o1").size());
    }

    @Test
    void aRequestThatWasRefusedForItsParametersMayComeAgain() throws Exception {
        assertEquals(400, merchant.authorize("k1", "o1", 0, "pm_card_visa").status());
        assertEquals(200, merchant.authorize("k1", "o1", 100, "pm_card_visa").status());
    }

    @Test
    void manyAtOnceChargeOnceAndTheRestAreToldToWaitOrGetTheAnswer() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> request =
                    () -> merchant.authorize("k1", "o1", 100, "pm_card_visa").status();
            var replies = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 24; i++) {
                replies.add(threads.submit(request));
            }
            for (Future<Integer> reply : replies) {
                assertTrue(List.of(200, 409).contains(reply.get()));
            }
        }
        assertEquals(1, merchant.live("o1"));
    }

    @Test
    void aKeyInFlightIsAConflictUntilItIsAnswered() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Http.Reply> request =
                    () -> merchant.authorize("k1", "o1", 100, "pm_sandbox_stall_2s");
            Future<Http.Reply> one = threads.submit(request);
            Future<Http.Reply> other = threads.submit(request);

            Http.Reply refused = one.get().status() == 409 ? one.get() : other.get();
            assertEquals(409, refused.status());
            assertEquals("idempotency_key_in_use", refused.json().at("/error/code").asText());
        }
        assertEquals(200, merchant.authorize("k1", "o1", 100, "pm_sandbox_stall_2s").status());
        assertEquals(1, merchant.live("o1"));
    }
}
