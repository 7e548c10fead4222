package dev.holdfast.courier.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A minute of ids")
class MinuteTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    @Test
    @DisplayName("begins with the smallest id of its first millisecond")
    void firstId() {
        Minute minute = Minute.of(NOW);
        assertEquals(Instant.parse("2026-03-04T05:06:00Z"), minute.start());
        assertEquals(UUID.fromString("019cb73d-16c0-0000-0000-000000000000"), minute.firstId());
        assertEquals(minute, Minute.of(minute.firstId()));
        assertEquals(
                minute,
                Minute.of(new UUID(minute.next().firstId().getMostSignificantBits() - 1, -1)));
    }

    @Test
    @DisplayName("is closed once it has settled, and until its first row may be gone")
    void closed() {
        List<Minute> closed = Minute.closed(NOW, Duration.ofMinutes(5));
        assertEquals(
                List.of(
                        Minute.of(Instant.parse("2026-03-04T05:02:00Z")),
                        Minute.of(Instant.parse("2026-03-04T05:03:00Z"))),
                closed);
        assertEquals(List.of(), Minute.closed(NOW, Duration.ofMinutes(2)));
    }

    @Test
    @DisplayName("is whole")
    void whole() {
        assertThrows(IllegalArgumentException.class, () -> new Minute(NOW));
    }
}
