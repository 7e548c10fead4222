package dev.holdfast.e2e.crash;

import dev.holdfast.devstack.process.Command;
import dev.holdfast.e2e.Suite;
import dev.holdfast.e2e.crash.Lane.Hit;
import dev.holdfast.e2e.crash.Lane.Round;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * Takes a service through the rounds of its lane: each time a process joins the stack's own, armed,
 * and the traffic of both leads it to its failpoints.
 */
final class LaneRun implements Callable<Void> {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Suite suite;
    private final Lane lane;
    private final Traffic traffic;
    private final Hits hits;

    LaneRun(Suite suite, Lane lane, Traffic traffic, Hits hits) {
        this.suite = suite;
        this.lane = lane;
        this.traffic = traffic;
        this.hits = hits;
    }

    /** All lanes beside each other, for most of the time is spent waiting. */
    static void all(Suite suite, List<Lane> lanes, Traffic traffic, Hits hits) throws Exception {
        try (var threads = Executors.newCachedThreadPool()) {
            List<LaneRun> runs =
                    lanes.stream().map(lane -> new LaneRun(suite, lane, traffic, hits)).toList();
            for (Future<Void> run : threads.invokeAll(runs)) {
                run.get();
            }
        }
    }

    @Override
    public Void call() throws Exception {
        for (Round round : lane.rounds()) {
            run(round);
        }
        return null;
    }

    private void run(Round round) throws Exception {
        String armed = round.hits().stream().map(Hit::armed).collect(Collectors.joining(","));
        try (var replica =
                Replica.start(suite, lane.service(), Map.of("holdfast.failpoints", armed))) {
            traffic.alsoTo(lane.service(), replica.url());
            var ofRelay =
                    round.hits().stream()
                            .filter(hit -> lane.ofRelay().contains(hit.point()))
                            .toList();
            if (!ofRelay.isEmpty()) {
                withoutTheOther(() -> await(replica, ofRelay));
            }
            await(replica, round.hits());
            if (!round.ends()) {
                replica.terminate();
            }
            int exit = replica.exit();
            traffic.noLongerTo(replica.url());
            hits.ended(replica, round, exit);
        }
    }

    private void await(Replica replica, List<Hit> awaited) {
        for (Hit hit : awaited) {
            String line = "Failpoint %s: %s.".formatted(hit.point(), hit.mode().word());
            replica.awaitPrinted(line, PATIENCE);
            hits.add(hit);
        }
    }

    /** The stack's own process stands still until the other has taken its feeds over. */
    private void withoutTheOther(Runnable meanwhile) throws IOException, InterruptedException {
        long pid = suite.status().at("/services/%s/pid".formatted(lane.service())).longValue();
        Command.of("kill", "-STOP", String.valueOf(pid)).run();
        try {
            meanwhile.run();
        } finally {
            Command.of("kill", "-CONT", String.valueOf(pid)).run();
        }
    }
}
