package dev.holdfast.courier.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A partition of the ring is past")
class RingTest {

    /** The days 0, 1, 2, 3 write into the partitions 0, 1, 2, 3, day 4 into 0 again. */
    @ParameterizedTest(name = "at {0} with a horizon of {1} h: {2}")
    @CsvSource({
        "1970-01-05T00:00:00Z, 24, 2",
        "1970-01-05T23:59:59Z, 24, 2",
        "1970-01-06T00:00:00Z, 24, 3",
        "1970-01-05T11:59:59Z, 12, 2",
        "1970-01-05T12:00:00Z, 12, 3 2",
        "1970-01-05T15:59:59Z, 40, ''",
        "1970-01-05T16:00:00Z, 40, 2",
        "1970-01-05T00:00:00Z, 0, 3 2",
    })
    @DisplayName("once the horizon has passed since its day, and until the day before the next")
    void past(Instant now, int hours, String slots) {
        List<Integer> expected =
                slots.isEmpty()
                        ? List.of()
                        : List.of(slots.split(" ")).stream().map(Integer::valueOf).toList();
        assertEquals(expected, Ring.past(now, Duration.ofHours(hours)));
    }
}
