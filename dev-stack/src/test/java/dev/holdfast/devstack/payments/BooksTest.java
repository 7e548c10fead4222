package dev.holdfast.devstack.payments;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.devstack.thirdparty.Http;
import dev.holdfast.devstack.thirdparty.StandInProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The books outlive the process. */
class BooksTest {

    @TempDir private Path data;

    @Test
    void paymentsAndAnswersAreThereAfterARestart() throws Exception {
        Http.Reply first;
        try (var sandbox = PaymentsSandbox.start(data, 0)) {
            first = new Merchant(sandbox.url()).authorize("k1", "o1", 100, "pm_card_visa");
        }
        try (var sandbox = PaymentsSandbox.start(data, 0)) {
            var merchant = new Merchant(sandbox.url());
            Http.Reply again = merchant.authorize("k1", "o1", 100, "pm_card_visa");

            assertEquals(first.json(), again.json());
            assertEquals("true", again.header("Idempotent-Replayed"));
            assertEquals(1, merchant.live("o1"));
        }
    }

    @Test
    void aLastLineThatACrashHasTornIsCutOff() throws Exception {
        try (var sandbox = PaymentsSandbox.start(data, 0)) {
            new Merchant(sandbox.url()).authorize("k1", "o1", 100, "pm_card_visa");
        }
        Files.writeString(data.resolve("journal.ndjson"), "{\"intent\":{\"id\":\"pi", APPEND);

        try (var sandbox = PaymentsSandbox.start(data, 0)) {
            new Merchant(sandbox.url()).authorize("k2", "o2", 100, "pm_card_visa");
        }
        try (var sandbox = PaymentsSandbox.start(data, 0)) {
            var merchant = new Merchant(sandbox.url());
            assertEquals(1, merchant.live("o1"));
            assertEquals(1, merchant.live("o2"));
        }
    }

    @Test
    void oneSandboxAtATimeHasTheBooks() {
        try (var _ = PaymentsSandbox.start(data, 0)) {
            var refused =
                    assertThrows(IllegalStateException.class, () -> PaymentsSandbox.start(data, 0));
            assertEquals(
                    "%s is open already.".formatted(data.resolve("journal.ndjson")),
                    refused.getMessage());
        }
    }

    @Test
    void killedInTheMiddleOfItsWorkItKeepsEveryPaymentThatItAnswered() throws Exception {
        int answered = 0;
        try (var victim = new StandInProcess(PaymentsSandbox.class, data)) {
            var merchant = new Merchant("http://127.0.0.1:" + victim.ports().getFirst());
            for (; answered < 20; answered++) {
                merchant.authorize("k" + answered, "o" + answered, 100, "pm_card_visa");
            }
            victim.kill();
        }
        try (var sandbox = PaymentsSandbox.start(data, 0)) {
            var merchant = new Merchant(sandbox.url());
            for (int i = 0; i < answered; i++) {
                assertEquals(1, merchant.live("o" + i));
            }
        }
    }

    @Test
    void askedToEndItEndsCleanly() throws Exception {
        try (var sandbox = new StandInProcess(PaymentsSandbox.class, data)) {
            assertEquals(StandInProcess.ENDED_BY_SIGTERM, sandbox.terminate());
        }
    }
}
