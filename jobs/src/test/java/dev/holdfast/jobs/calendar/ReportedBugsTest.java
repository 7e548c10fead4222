package dev.holdfast.jobs.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What users of other schedulers had to report, and what comes out here. */
@DisplayName("What others got wrong")
class ReportedBugsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    cron-utils 61, spring            | 0 17 * * *       | America/New_York  | SHIFT | FIRST  | 2016-03-12T22:00:00Z | 2016-03-13T21:00:00Z 2016-03-14T21:00:00Z
                    cron-utils 61, autumn            | 0 17 * * *       | America/New_York  | SHIFT | FIRST  | 2016-11-05T21:00:00Z | 2016-11-06T22:00:00Z
                    cron-utils 112                   | * * * * *        | America/Sao_Paulo | SKIP  | BOTH   | 2016-02-21T02:00:00Z | 2016-02-21T02:01:00Z
                    cron-utils 213, run when skipped | 30 2 * * *       | Europe/Berlin     | SHIFT | FIRST  | 2025-03-29T12:00:00Z | 2025-03-30T01:00:00Z 2025-03-31T00:30:00Z
                    cron-utils 213, not twice        | 30 2 * * *       | Europe/Berlin     | SHIFT | FIRST  | 2025-10-25T12:00:00Z | 2025-10-26T00:30:00Z 2025-10-27T01:30:00Z
                    cron-utils 446                   | 0 2 25 10 ?      | Europe/Rome       | SHIFT | FIRST  | 2020-10-25T00:00:00Z | 2021-10-25T00:00:00Z
                    cron-utils 623                   | 0 0 23 * * ?     | Europe/Kyiv       | SHIFT | FIRST  | 2024-03-31T18:59:30Z | 2024-03-31T20:00:00Z
                    Quartz 51, made up for           | 30 2 * * *       | America/New_York  | SHIFT | FIRST  | 2026-03-08T00:00:00Z | 2026-03-08T07:00:00Z 2026-03-09T06:30:00Z
                    Quartz 81, a silent hour         | * * * * *        | Europe/Berlin     | SKIP  | BOTH   | 2016-10-30T00:59:00Z | 2016-10-30T01:00:00Z 2016-10-30T01:01:00Z
                    Quartz 81, between 1 and 3       | 0/30 1-2 * * *   | Europe/Berlin     | SKIP  | BOTH   | 2016-10-29T22:59:00Z | 2016-10-29T23:00:00Z 2016-10-29T23:30:00Z 2016-10-30T00:00:00Z 2016-10-30T00:30:00Z 2016-10-30T01:00:00Z 2016-10-30T01:30:00Z 2016-10-31T00:00:00Z
                    Quartz 1352                      | 30 2 * * *       | Europe/Amsterdam  | SHIFT | FIRST  | 2025-04-01T00:00:00Z | 2025-04-01T00:30:00Z
                    db-scheduler 662                 | 30 1 * * *       | Europe/London     | SHIFT | FIRST  | 2025-03-29T12:00:00Z | 2025-03-30T01:00:00Z 2025-03-31T00:30:00Z
                    Spring 28038                     | 0 5 0 * * *      | Europe/Amsterdam  | SHIFT | FIRST  | 2021-03-28T00:00:00Z | 2021-03-28T22:05:00Z
                    cronie 217                       | * * * */3 *      | America/New_York  | SHIFT | FIRST  | 2015-02-15T05:00:00Z | 2015-04-01T04:00:00Z
                    cronie 218                       | 0 12 * * 0       | Europe/Berlin     | SHIFT | FIRST  | 2022-03-24T11:00:00Z | 2022-03-27T10:00:00Z
                    Quartz.NET 587                   | 0 11 7 ? * MON-SUN | America/New_York | SHIFT | FIRST | 2017-11-04T11:11:00Z | 2017-11-05T12:11:00Z
                    Quartz.NET 2497, no standstill   | 30 1 * * *       | Europe/London     | SHIFT | FIRST  | 2025-03-30T01:00:00Z | 2025-03-31T00:30:00Z
                    Spring 36859                     | 0 0 */2 * * ?    | Africa/Cairo      | SHIFT | FIRST  | 2025-04-24T19:10:20Z | 2025-04-24T20:00:00Z 2025-04-24T22:00:00Z 2025-04-24T23:00:00Z 2025-04-25T01:00:00Z
                    croner 284                       | 0 0 * * * *      | UTC               | SHIFT | FIRST  | 2025-10-05T02:00:00Z | 2025-10-05T03:00:00Z
                    croncpp 8, never now             | 0 30 14 * * *    | Europe/Vilnius    | SHIFT | FIRST  | 2020-03-28T12:30:00Z | 2020-03-29T11:30:00Z
                    a day that never was             | 0 0 30 12 *      | Pacific/Apia      | SHIFT | FIRST  | 2011-12-29T10:00:00Z | 2011-12-30T10:00:00Z 2012-12-29T10:00:00Z
                    a midnight that never was        | @daily           | America/Sao_Paulo | SHIFT | FIRST  | 2018-11-03T12:00:00Z | 2018-11-04T03:00:00Z 2018-11-05T02:00:00Z
                    half an hour                     | 45 1 * * *       | Australia/Lord_Howe | SHIFT | SECOND | 2025-04-05T00:00:00Z | 2025-04-05T15:15:00Z
                    """)
    void comes_out_right(
            String report,
            String cron,
            String zone,
            ClockGap gap,
            ClockOverlap overlap,
            Instant after,
            String expected) {
        var recurrence = new ZonedCron(Cron.parse(cron), ZoneId.of(zone), gap, overlap);
        List<Instant> times = Arrays.stream(expected.split(" ")).map(Instant::parse).toList();

        assertEquals(times, new Timetable(recurrence, null, null).after(after, times.size()));
    }
}
