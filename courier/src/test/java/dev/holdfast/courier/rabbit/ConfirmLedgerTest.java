package dev.holdfast.courier.rabbit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.courier.relay.NotCarried;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The confirm ledger")
class ConfirmLedgerTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final ConfirmLedger ledger = new ConfirmLedger();

    @Test
    @DisplayName("is done when everything expected is confirmed, in any order")
    void confirmed() throws Exception {
        ledger.expect(1);
        ledger.expect(2);
        ledger.expect(3);
        Thread.ofVirtual()
                .start(
                        () -> {
                            ledger.confirmed(3, false);
                            ledger.confirmed(2, true);
                        });
        ledger.await(3, LONG);
    }

    @Test
    @DisplayName("fails at once when the channel closes under it")
    void closed() {
        ledger.expect(1);
        Thread.ofVirtual().start(() -> ledger.fail(new NotCarried("RabbitMQ closed the channel.")));
        var failure = assertThrows(NotCarried.class, () -> ledger.await(3, LONG));
        assertEquals("RabbitMQ closed the channel.", failure.getMessage());
    }

    @Test
    @DisplayName("tells of a returned message although it is confirmed too")
    void returned() throws Exception {
        ledger.expect(1);
        ledger.returned("id", "RabbitMQ has no queue for 'x'.");
        ledger.confirmed(1, false);
        ledger.await(1, LONG);
        assertFalse(ledger.nothingRefused());
        assertEquals("RabbitMQ has no queue for 'x'.", ledger.refusal(1, "id"));
    }

    @Test
    @DisplayName("names what was refused, and only that")
    void refused() throws Exception {
        ledger.expect(1);
        ledger.expect(2);
        ledger.expect(3);
        ledger.refused(2, false, "No.");
        ledger.confirmed(3, true);
        ledger.await(3, LONG);
        assertNull(ledger.refusal(1, "a"));
        assertEquals("No.", ledger.refusal(2, "b"));
        assertNull(ledger.refusal(3, "c"));
    }

    @Test
    @DisplayName("lets a page go while the one behind it is still under way")
    void pageByPage() throws Exception {
        ledger.expect(1);
        ledger.expect(2);
        ledger.confirmed(1, false);
        ledger.await(1, LONG);
        assertThrows(NotCarried.class, () -> ledger.await(2, Duration.ofMillis(10)));
    }

    @Test
    @DisplayName("does not wait for ever")
    void unanswered() {
        ledger.expect(1);
        ledger.expect(2);
        ledger.confirmed(1, false);
        var failure = assertThrows(NotCarried.class, () -> ledger.await(3, Duration.ofMillis(10)));
        assertEquals("RabbitMQ left 1 messages unconfirmed for 0 s.", failure.getMessage());
    }
}
