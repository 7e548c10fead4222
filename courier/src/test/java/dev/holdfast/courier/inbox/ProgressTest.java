package dev.holdfast.courier.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.courier.message.MessageIds;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final UUID NOW = MessageIds.next();
    private static final UUID AN_HOUR_AGO =
            Window.firstIdOf(Instant.now().minus(Duration.ofHours(1)));

    private final Progress progress =
            new Progress(Map.of("known", 4L), Instant.now().minus(Duration.ofMinutes(10)));

    @Test
    void aKnownKeyGoesOnOneByOne() {
        assertEquals(Turn.PAST, progress.turn("known", 3L, NOW));
        assertEquals(Turn.PAST, progress.turn("known", 4L, NOW));
        assertEquals(Turn.NOW, progress.turn("known", 5L, NOW));
        assertEquals(Turn.EARLY, progress.turn("known", 6L, NOW));
        assertEquals(Turn.EARLY, progress.turn("known", 6L, AN_HOUR_AGO));
    }

    @Test
    void whatIsHandledMovesItsKeyOn() {
        progress.handled("known", 5L);
        assertEquals(Turn.PAST, progress.turn("known", 5L, NOW));
        assertEquals(Turn.NOW, progress.turn("known", 6L, NOW));
        assertEquals(Map.of("known", 5L), progress.moved());
    }

    @Test
    void aKeyNeverSeenBeginsWithItsFirstVersion() {
        assertEquals(Turn.NOW, progress.turn("new", 1L, NOW));
        assertEquals(Turn.EARLY, progress.turn("new", 2L, NOW));
    }

    @Test
    void aKeyNeverSeenBeginsLaterIfItsFirstVersionsHadTheirTimeToCome() {
        assertEquals(Turn.NOW, progress.turn("new", 7L, AN_HOUR_AGO));
        progress.handled("new", 7L);
        assertEquals(Turn.EARLY, progress.turn("new", 9L, AN_HOUR_AGO));
    }

    @Test
    void whatHasNoVersionIsNeverEarly() {
        assertEquals(Turn.NOW, progress.turn("known", null, NOW));
        progress.handled("known", null);
        assertEquals(Map.of(), progress.moved());
    }
}
