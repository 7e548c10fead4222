package dev.holdfast.jobs.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronTest {

    private static final LocalDateTime END = LocalDateTime.of(2100, 1, 1, 0, 0);

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0 9 L * *           | 2027-02-01T00:00 | 2027-02-28T09:00 2027-03-31T09:00
                    0 9 L * *           | 2028-02-01T00:00 | 2028-02-29T09:00
                    0 9 L-3 * *         | 2027-02-01T00:00 | 2027-02-25T09:00 2027-03-28T09:00
                    0 9 L-30 * *        | 2027-02-01T00:00 | 2027-03-01T09:00 2027-05-01T09:00
                    0 9 LW * *          | 2026-01-01T00:00 | 2026-01-30T09:00 2026-02-27T09:00 2026-03-31T09:00
                    0 9 15W * *         | 2026-08-01T00:00 | 2026-08-14T09:00 2026-09-15T09:00
                    0 9 1W * *          | 2026-08-01T00:00 | 2026-08-03T09:00 2026-09-01T09:00
                    0 9 31W * *         | 2026-05-01T00:00 | 2026-05-29T09:00 2026-07-31T09:00
                    0 9 31W * *         | 2026-04-01T00:00 | 2026-05-29T09:00
                    0 9 * * FRI#2       | 2026-11-01T00:00 | 2026-11-13T09:00 2026-12-11T09:00
                    0 9 ? * mon#5       | 2026-11-01T00:00 | 2026-11-30T09:00 2027-03-29T09:00
                    0 9 * * 5L          | 2026-11-01T00:00 | 2026-11-27T09:00 2026-12-25T09:00
                    0 9 * * SUNL        | 2026-11-01T00:00 | 2026-11-29T09:00
                    0 9 13 * FRI        | 2026-11-01T00:00 | 2026-11-06T09:00 2026-11-13T09:00
                    0 9 13 * ?          | 2026-11-01T00:00 | 2026-11-13T09:00 2026-12-13T09:00
                    0 9 */2 * 1         | 2026-11-01T00:00 | 2026-11-09T09:00 2026-11-23T09:00
                    0 9 1,15W,L * *     | 2026-08-01T00:00 | 2026-08-01T09:00 2026-08-14T09:00 2026-08-31T09:00
                    0 0 * * 7           | 2026-11-23T00:00 | 2026-11-29T00:00
                    0 0 * * 5-7         | 2026-11-23T00:00 | 2026-11-27T00:00 2026-11-28T00:00 2026-11-29T00:00 2026-12-04T00:00
                    0 0 * * SAT-MON     | 2026-11-24T00:00 | 2026-11-28T00:00 2026-11-29T00:00 2026-11-30T00:00 2026-12-05T00:00
                    0 22-2/2 * * *      | 2026-11-23T03:00 | 2026-11-23T22:00 2026-11-24T00:00 2026-11-24T02:00 2026-11-24T22:00
                    0 0 1 nov-FEB *     | 2026-11-23T03:00 | 2026-12-01T00:00 2027-01-01T00:00 2027-02-01T00:00 2027-11-01T00:00
                    5/20 * * * *        | 2026-11-23T03:00 | 2026-11-23T03:05 2026-11-23T03:25 2026-11-23T03:45 2026-11-23T04:05
                    0 0 29 2 *          | 2097-03-01T00:00 |
                    0 0 29 2 *          | 2026-11-23T03:00 | 2028-02-29T00:00 2032-02-29T00:00
                    */15 0 0 1 1 *      | 2026-11-23T03:00 | 2027-01-01T00:00 2027-01-01T00:00:15 2027-01-01T00:00:30 2027-01-01T00:00:45 2028-01-01T00:00
                    59 59 23 31 12 *    | 2026-12-31T23:59:59 | 2026-12-31T23:59:59 2027-12-31T23:59:59
                    @yearly             | 2026-11-23T03:00 | 2027-01-01T00:00
                    @Weekly             | 2026-11-23T03:00 | 2026-11-29T00:00
                    @hourly             | 2026-11-23T23:00:01 | 2026-11-24T00:00
                    """)
    void means(String cron, LocalDateTime from, String expected) {
        List<LocalDateTime> times =
                expected == null
                        ? List.of()
                        : Arrays.stream(expected.split(" ")).map(LocalDateTime::parse).toList();
        var parsed = Cron.parse(cron);
        List<LocalDateTime> found = new ArrayList<>();
        var next = parsed.first(from, END);
        while (next != null && found.size() < Math.max(1, times.size())) {
            found.add(next);
            next = parsed.first(next.plusSeconds(1), END);
        }
        assertEquals(times, found);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    60 * * * *      | '60' cannot be among the minutes, which are 0 to 59.
                    0 24 * * *      | '24' cannot be among the hours, which are 0 to 23.
                    0 0 0 * *       | '0' cannot be among the days of the month, which are 1 to 31.
                    0 0 * 13 *      | '13' cannot be among the months, which are 1 to 12 or JAN to DEC.
                    0 0 * * MOO     | 'MOO' cannot be among the days of the week, which are 0 to 7 or SUN to SAT.
                    0 0 * * FRI#6   | 'FRI#6' cannot be among the days of the week, which are 0 to 7 or SUN to SAT.
                    0 0 * * L       | 'L' cannot be among the days of the week, which are 0 to 7 or SUN to SAT.
                    0 0 32W * *     | '32W' cannot be among the days of the month, which are 1 to 31.
                    0 0 1,,2 * *    | '' cannot be among the days of the month, which are 1 to 31.
                    0 ? * * *       | '?' cannot be among the hours, which are 0 to 23.
                    */0 * * * *     | The step of '*/0' must be a number from 1.
                    */90 * * * *    | The step of '*/90' is larger than there are minutes.
                    0 0 30 2 *      | '0 0 30 2 *' means no day that ever comes.
                    * * * *         | A cron expression has five or six fields; '* * * *' has 4.
                    ""              | A cron expression has five or six fields; '' has 0.
                    @reboot         | '@reboot' is no nickname; there are @annually, @daily, @hourly, @midnight, @monthly, @weekly, @yearly.
                    """)
    void is_refused_in_one_sentence(String cron, String sentence) {
        var refused = assertThrows(InvalidTiming.class, () -> Cron.parse(cron));
        assertEquals(sentence, refused.getMessage());
    }
}
