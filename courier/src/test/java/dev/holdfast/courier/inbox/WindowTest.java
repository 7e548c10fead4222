package dev.holdfast.courier.inbox;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.courier.message.MessageIds;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WindowTest {

    private static final int VERSION_7 = 0x7000;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final Instant from = Instant.parse("2026-11-09T00:00:00Z");
    private final Instant to = Instant.parse("2026-11-27T00:00:00Z");
    private final Window window = new Window(from, to);

    @Test
    void holdsWhatWasMadeInsideIt() {
        assertTrue(window.holds(id(from)));
        assertTrue(window.holds(id(to.minusMillis(1))));
        assertFalse(window.holds(id(from.minusMillis(1))));
        assertFalse(window.holds(id(to)));
    }

    @Test
    void holdsNoIdThatCarriesNoTime() {
        assertFalse(window.holds(UUID.randomUUID()));
        assertFalse(window.holds(new UUID(id(from).getMostSignificantBits() ^ 0x3000, VARIANT)));
    }

    @Test
    void holdsWhatIsMadeNow() {
        var now = Instant.now();
        assertTrue(
                new Window(now.minus(Duration.ofMinutes(1)), now.plus(Duration.ofMinutes(1)))
                        .holds(MessageIds.next()));
    }

    private static UUID id(Instant time) {
        return new UUID(Window.firstIdOf(time).getMostSignificantBits() | VERSION_7, VARIANT);
    }
}
