package dev.holdfast.e2e.crash;

import dev.holdfast.e2e.crash.Lane.Hit;
import dev.holdfast.e2e.crash.Lane.Round;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Which failpoints were passed in which mode, and what was wrong with a process on the way. */
final class Hits {

    private static final int KILLED = 137;
    private static final int TERMINATED = 143;

    private final Map<String, Set<Mode>> hits = new TreeMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    /** What is to be hit on these lanes. */
    static Map<String, Set<Mode>> everyModeOf(List<Lane> lanes) {
        Map<String, Set<Mode>> all = new TreeMap<>();
        lanes.stream()
                .flatMap(lane -> lane.points().stream())
                .forEach(point -> all.put(point, EnumSet.allOf(Mode.class)));
        return all;
    }

    synchronized void add(Hit hit) {
        hits.computeIfAbsent(hit.point(), _ -> EnumSet.noneOf(Mode.class)).add(hit.mode());
    }

    /** A process has ended: as it should, and no thread of it before? */
    void ended(Replica replica, Round round, int exit) throws IOException {
        Set<Integer> expected = round.ends() ? Set.of(KILLED) : Set.of(0, TERMINATED);
        if (!expected.contains(exit)) {
            complaints.add("%s ended with %d.".formatted(replica, exit));
        }
        if (replica.printed().contains("Exception in thread")) {
            complaints.add("A thread of %s has died.".formatted(replica));
        }
    }

    synchronized Map<String, Set<Mode>> all() {
        return new TreeMap<>(hits);
    }

    List<String> complaints() {
        return complaints;
    }

    /** The matrix, for people. */
    synchronized String table() {
        var table = new StringBuilder();
        hits.forEach(
                (point, modes) -> {
                    table.append("%-40s".formatted(point));
                    for (Mode mode : Mode.values()) {
                        table.append(
                                modes.contains(mode) ? "%-8s".formatted(mode.word()) : "-       ");
                    }
                    table.append('\n');
                });
        return table.toString();
    }
}
