package dev.holdfast.devstack.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.devstack.thirdparty.Http;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox misbehaves as it was asked to, and no longer. */
class FaultsTest {

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

    @Test
    void aDownSandboxHangsUpAndDoesNothing() throws Exception {
        merchant.fault("{\"mode\": \"down\", \"for\": 1}");

        assertThrows(IOException.class, () -> merchant.authorize("k1", "o1", 100, "pm_card_visa"));
        assertTrue(merchant.search("o1").isEmpty());
    }

    @Test
    void aForgetfulSandboxHasChargedAndTellsSoWhenAskedAgain() throws Exception {
        assertThrows(
                IOException.class, () -> merchant.authorize("k1", "o1", 100, "pm_sandbox_forget"));
        assertEquals(1, merchant.live("o1"));

        Http.Reply again = merchant.authorize("k1", "o1", 100, "pm_sandbox_forget");
        assertEquals(200, again.status());
        assertEquals("true", again.header("Idempotent-Replayed"));
        assertEquals(1, merchant.live("o1"));
    }

    @Test
    void aFailingMethodWorksAfterItsTries() throws Exception {
        for (int i = 0; i < 2; i++) {
            Http.Reply failed = merchant.authorize("k1", "o1", 100, "pm_sandbox_fail_2");
            assertEquals(500, failed.status());
            assertEquals("api_error", failed.json().at("/error/type").asText());
        }
        assertEquals(0, merchant.live("o1"));
        assertEquals(200, merchant.authorize("k1", "o1", 100, "pm_sandbox_fail_2").status());
    }

    @Test
    void aStallTakesItsTimeForAsManyRequestsAsItWasSetFor() throws Exception {
        merchant.fault("{\"mode\": \"stall\", \"for\": 1, \"millis\": 500}");

        Instant asked = Instant.now();
        assertEquals(200, merchant.authorize("k1", "o1", 100, "pm_card_visa").status());
        assertTrue(Duration.between(asked, Instant.now()).toMillis() >= 500);
        assertEquals(200, merchant.authorize("k2", "o2", 100, "pm_card_visa").status());
    }

    @Test
    void aFaultWithoutEndStaysUntilItIsCleared() throws Exception {
        merchant.fault("{\"mode\": \"fail\"}");
        assertEquals(500, merchant.authorize("k1", "o1", 100, "pm_card_visa").status());
        assertEquals(500, merchant.authorize("k1", "o1", 100, "pm_card_visa").status());

        Http.send("DELETE", sandbox.url() + "/sandbox/faults", null);
        assertEquals(200, merchant.authorize("k1", "o1", 100, "pm_card_visa").status());
    }

    @Test
    void anUnknownFaultIsRefusedWithTheListOfThoseKnown() throws Exception {
        Http.Reply refused =
                Http.send("POST", sandbox.url() + "/sandbox/faults", "{\"mode\": \"sulk\"}");

        assertEquals(400, refused.status());
        assertEquals(
                "mode must be one of down, stall, fail, forget.",
                refused.json().get("error").asText());
    }
}
