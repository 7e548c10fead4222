package dev.holdfast.courier.retry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TiersTest {

    @Test
    void theMoreTriesHaveFailedTheLongerTheWait() {
        assertEquals(List.of("1s", "5s", "30s", "2m", "10m", "10m", "10m"), waits(false));
    }

    @Test
    void halfOfThemComeOneTierSooner() {
        assertEquals(List.of("1s", "1s", "5s", "30s", "2m", "2m", "2m"), waits(true));
    }

    @Test
    void aGivenWaitIsKeptAtLeast() {
        assertEquals(Tier.ONE_SECOND, Tiers.of(Duration.ofMillis(200)));
        assertEquals(Tier.HALF_A_MINUTE, Tiers.of(Duration.ofMillis(5_001)));
        assertEquals(Tier.TEN_MINUTES, Tiers.of(Duration.ofHours(3)));
    }

    private static List<String> waits(boolean early) {
        return IntStream.rangeClosed(1, 7)
                .mapToObj(failed -> Tiers.after(failed, early).label())
                .toList();
    }
}
