package dev.holdfast.e2e.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A service and the failpoints that are tried on it, one process after the other.
 *
 * @param ofRelay those that only the process passes that holds the feeds
 * @param others those that any process passes
 */
record Lane(String service, Set<String> ofRelay, Set<String> others) {

    private static final String FATE = "command.fate-written-not-acknowledged";
    private static final String FAILURE = "command.prepared-not-called";

    /** The failpoints that customers' traffic surely passes. */
    static final List<Lane> CUSTOMERS =
            List.of(
                    new Lane(
                            "api-gateway",
                            Set.of("relay.window-opened"),
                            Set.of(
                                    "ledger.written-not-committed",
                                    "ledger.committed-not-answered",
                                    "event.parked-not-told",
                                    "parked.handled-not-committed")),
                    new Lane(
                            "order-worker",
                            Set.of("relay.sent-not-advanced"),
                            Set.of(
                                    "command.taken",
                                    "command.handled-not-committed",
                                    "command.committed-not-acknowledged",
                                    FAILURE,
                                    FATE)),
                    new Lane(
                            "notification-worker",
                            Set.of("relay.advanced"),
                            Set.of(
                                    "event.handled-not-committed",
                                    "event.committed-not-told",
                                    "command.called-not-settled",
                                    "command.settled-not-acknowledged")),
                    new Lane(
                            "scheduler-service",
                            Set.of(),
                            Set.of("inbox.taken-not-handled", "timer.fired-not-told")));

    /** Those that are passed when something was set aside. */
    static final List<Lane> SET_ASIDE =
            List.of(
                    new Lane(
                            "order-worker",
                            Set.of(),
                            Set.of(
                                    "deadqueue.kept-not-acknowledged",
                                    "redrive.sent-not-committed",
                                    "redrive.committed")));

    /** All of them. */
    Set<String> points() {
        Set<String> all = new TreeSet<>(others);
        all.addAll(ofRelay);
        return all;
    }

    /**
     * A kill ends a process, and a pause costs it its feeds; what else it survives goes together.
     */
    List<Round> rounds() {
        List<Round> rounds = new ArrayList<>();
        points().forEach(point -> rounds.add(killed(point)));
        ofRelay.forEach(point -> rounds.add(new Round(List.of(new Hit(point, Mode.PAUSE, 1)))));
        List<Hit> survived = new ArrayList<>();
        points().forEach(point -> survived.add(new Hit(point, Mode.THROW, 1)));
        others.forEach(point -> survived.add(new Hit(point, Mode.PAUSE, 2)));
        rounds.add(new Round(survived));
        return rounds;
    }

    /** What becomes of a failed command is written only where one fails. */
    private static Round killed(String point) {
        var kill = new Hit(point, Mode.KILL, 1);
        return new Round(
                point.equals(FATE)
                        ? List.of(new Hit(FAILURE, Mode.THROW, 1), kill)
                        : List.of(kill));
    }

    /**
     * Something that is to happen at a failpoint.
     *
     * @param time which of the times that it is passed
     */
    record Hit(String point, Mode mode, int time) {

        String armed() {
            return "%s=%s@%d".formatted(point, mode.word(), time);
        }
    }

    /** One process's life. */
    record Round(List<Hit> hits) {

        boolean ends() {
            return hits.stream().anyMatch(hit -> hit.mode() == Mode.KILL);
        }
    }
}
