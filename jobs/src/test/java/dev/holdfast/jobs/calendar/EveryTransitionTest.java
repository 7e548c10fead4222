package dev.holdfast.jobs.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The evaluator against a walk that looks at every minute around every transition of every zone
 * from 2000 to 2037, each with a random expression and policy. Usually one transition in eight is
 * taken; with {@code -Dholdfast.calendar.rounds=20}, every one, twenty times.
 */
@DisplayName("Around every transition, what fires is what a walk by minutes finds")
class EveryTransitionTest {

    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2037-12-31T00:00:00Z");
    private static final long SEED = Long.getLong("holdfast.calendar.seed", 20261123);
    private static final int ROUNDS = Integer.getInteger("holdfast.calendar.rounds", 0);
    private static final int ONE_IN = 8;

    private final Random random = new Random(SEED);

    @Test
    void every_zone_and_every_transition() {
        Set<ZoneRules> seen = new HashSet<>();
        int walked = 0;
        for (String id : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            ZoneId zone = ZoneId.of(id);
            if (seen.add(zone.getRules())) {
                for (ZoneOffsetTransition change : changes(zone.getRules())) {
                    for (int round = rounds(); round > 0; round--) {
                        compare(zone, change);
                        walked++;
                    }
                }
            }
        }
        System.getLogger("calendar")
                .log(System.Logger.Level.INFO, "Walked {0} times, seed {1}.", walked, SEED);
    }

    private int rounds() {
        return ROUNDS > 0 ? ROUNDS : random.nextInt(ONE_IN) == 0 ? 1 : 0;
    }

    private void compare(ZoneId zone, ZoneOffsetTransition change) {
        var wanted = RandomCron.around(change, random);
        var gap = ClockGap.values()[random.nextInt(2)];
        var overlap = ClockOverlap.values()[random.nextInt(3)];
        var walk = new MinuteWalk(zone.getRules(), wanted, gap, overlap);
        Instant from = change.getInstant().minusSeconds(60L * random.nextInt(1, 1600));
        Instant to = change.getInstant().plusSeconds(60L * random.nextInt(1, 1600));

        assertEquals(
                walk.between(from, to),
                evaluated(new ZonedCron(Cron.parse(wanted.text()), zone, gap, overlap), from, to),
                () ->
                        "'%s' in %s, gap %s, overlap %s, from %s to %s, seed %d"
                                .formatted(wanted.text(), zone, gap, overlap, from, to, SEED));
    }

    private static List<Instant> evaluated(Recurrence recurrence, Instant from, Instant to) {
        List<Instant> found = new ArrayList<>();
        var next = recurrence.after(from);
        while (next.filter(time -> !time.isAfter(to)).isPresent()) {
            found.add(next.get());
            next = recurrence.after(next.get());
        }
        return found;
    }

    private static List<ZoneOffsetTransition> changes(ZoneRules rules) {
        List<ZoneOffsetTransition> changes = new ArrayList<>();
        var change = rules.nextTransition(FIRST);
        while (change != null && change.getInstant().isBefore(LAST)) {
            changes.add(change);
            change = rules.nextTransition(change.getInstant());
        }
        return changes;
    }
}
