package dev.holdfast.gateway.schedule;

import dev.holdfast.contracts.scheduler.ScheduleDefinition;
import dev.holdfast.gateway.problem.Refused;
import dev.holdfast.jobs.calendar.Definitions;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/**
 * When a schedule fires next, computed here: by the same rules as the scheduler, without asking it.
 *
 * @param zone whose clocks are shown
 */
@RegisterForReflection
public record Preview(String name, String zone, List<Next> times) {

    private static final int DEFAULT = 20;
    private static final int MOST = 100;

    /**
     * @param local what the clocks of the zone show then
     */
    @RegisterForReflection
    public record Next(Instant at, OffsetDateTime local) {}

    static Preview of(ScheduleRow row, ScheduleDefinition definition, Instant now, int count) {
        String zone = Objects.requireNonNullElse(definition.timing().zone(), "UTC");
        List<Instant> times =
                row.state.equals("active")
                        ? Definitions.timetable(definition, row.definedAt).after(now, count)
                        : List.of();
        return new Preview(row.name, zone, times.stream().map(at -> next(at, zone)).toList());
    }

    /**
     * @throws Refused if it is no number of times that can be shown
     */
    static int count(String given) {
        if (given == null) {
            return DEFAULT;
        }
        if (!given.matches("[1-9]\\d{0,2}") || Integer.parseInt(given) > MOST) {
            throw Refused.parameter("n", "must be a whole number from 1 to " + MOST);
        }
        return Integer.parseInt(given);
    }

    private static Next next(Instant at, String zone) {
        return new Next(at, at.atZone(ZoneId.of(zone)).toOffsetDateTime());
    }
}
