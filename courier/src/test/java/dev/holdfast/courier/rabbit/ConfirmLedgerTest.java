package dev.holdfast.courier.rabbit;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
        ledger.await(LONG);
    }

    @Test
    @DisplayName("fails at once when the channel closes under it")
    void closed() {
        ledger.expect(1);
        Thread.ofVirtual().start(() -> ledger.fail("RabbitMQ closed the channel."));
        var failure = assertThrows(NotCarried.class, () -> ledger.await(LONG));
        assertEquals("RabbitMQ closed the channel.", failure.getMessage());
    }

    @Test
    @DisplayName("fails for a returned message although it is confirmed too")
    void returned() {
        ledger.expect(1);
        ledger.fail("RabbitMQ has no queue for 'x'.");
        ledger.confirmed(1, false);
        assertThrows(NotCarried.class, () -> ledger.await(LONG));
    }

    @Test
    @DisplayName("does not wait for ever")
    void unanswered() {
        ledger.expect(1);
        ledger.expect(2);
        ledger.confirmed(1, false);
        var failure = assertThrows(NotCarried.class, () -> ledger.await(Duration.ofMillis(10)));
        assertEquals("RabbitMQ left 1 messages unconfirmed for 0 s.", failure.getMessage());
    }
}
