package dev.holdfast.orders.payment.stripe;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.runtime.StartupEvent;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StripeAddressTest {

    private static final Optional<String> URL = Optional.of("https://api.stripe.com");
    private static final Optional<String> KEY = Optional.of("sk_test_holdfast");

    @Test
    void startsWithBoth() {
        assertDoesNotThrow(() -> new StripeAddress(URL, KEY).check(new StartupEvent()));
    }

    @Test
    void saysWhatIsMissing() {
        for (var incomplete :
                new StripeAddress[] {
                    new StripeAddress(Optional.empty(), KEY),
                    new StripeAddress(URL, Optional.empty())
                }) {
            var stop =
                    assertThrows(
                            IllegalArgumentException.class,
                            () -> incomplete.check(new StartupEvent()));
            assertEquals(
                    "No order can be paid: set HOLDFAST_PAYMENTS_URL and HOLDFAST_PAYMENTS_KEY.",
                    stop.getMessage());
        }
    }
}
