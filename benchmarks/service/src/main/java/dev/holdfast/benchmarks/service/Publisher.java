package dev.holdfast.benchmarks.service;

import dev.holdfast.contracts.Event;
import dev.holdfast.contracts.scheduler.TimerFired;
import dev.holdfast.contracts.stock.StockChanged;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.courier.outbox.Committed;
import dev.holdfast.courier.outbox.Outbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** Publishes events at a fixed rate, each in a transaction of its own, and times their way. */
@ApplicationScoped
class Publisher {

    private static final int KEYS = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Outbox outbox;
    private final ThreadLocal<Way> current = new ThreadLocal<>();

    Publisher(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * Publishes, and waits until all of it is acknowledged.
     *
     * @param takenHere whether this service takes the events itself
     */
    Ways publish(int perSecond, int messages, boolean takenHere) {
        List<Way> ways = new ArrayList<>(messages);
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < messages; i++) {
                int number = i;
                var way = new Way();
                ways.add(way);
                await(begin + i * 1_000_000_000L / perSecond);
                threads.execute(() -> publish(number, way, takenHere));
            }
        }
        return ways(ways, begin);
    }

    /** Before the relay hears of it. */
    void committed(@Observes @Priority(1) Committed committed) {
        Way way = current.get();
        if (way != null) {
            way.committed();
        }
    }

    private void publish(int number, Way way, boolean takenHere) {
        Event event = takenHere ? stock(number) : timer(number);
        current.set(way);
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            UUID id = outbox.publish(event, Cause.begin(MessageIds.next()));
                            Acknowledged.await(id.toString(), way);
                        });
    }

    private static Event stock(int number) {
        return new StockChanged("SKU-" + number % KEYS, number, 0, "counted");
    }

    private static Event timer(int number) {
        String key = String.valueOf(number % KEYS);
        return new TimerFired("bench:" + key, key, "holdfast.bench.Nothing.v1", Instant.EPOCH);
    }

    private static Ways ways(List<Way> ways, long begin) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline && !ways.stream().allMatch(Way::done)) {
            LockSupport.parkNanos(1_000_000);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        List<Way> done = ways.stream().filter(Way::done).toList();
        var histogram = new Histogram(3);
        done.forEach(way -> histogram.recordValue(way.micros()));
        return new Ways(
                done.size(),
                ways.size() - done.size(),
                seconds,
                histogram.getValueAtPercentile(50) / 1000.0,
                histogram.getValueAtPercentile(99) / 1000.0);
    }

    private static void await(long nanos) {
        long left;
        while ((left = nanos - System.nanoTime()) > 0) {
            LockSupport.parkNanos(left);
        }
    }
}
