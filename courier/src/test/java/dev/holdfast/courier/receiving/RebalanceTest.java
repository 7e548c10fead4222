package dev.holdfast.courier.receiving;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.contracts.stock.StockChanged;
import dev.holdfast.courier.kafka.SecondReplica;
import dev.holdfast.courier.kafka.SecondReplicas;
import dev.holdfast.courier.message.MessageIds;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two members of one consumer group, and partitions that change hands with a batch in hand. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class RebalanceTest {

    private static final String GROUP = "order-worker";
    private static final int PARTITIONS = 12;
    private static final int BOTH_TOPICS = 24;
    private static final int EACH = 20;

    @Inject Effects effects;
    @Inject Script script;
    @Inject ObjectMapper json;
    @Inject SecondReplicas replicas;

    private Kafka kafka;

    @BeforeEach
    void connect() {
        kafka = new Kafka();
    }

    @AfterEach
    void disconnect() {
        kafka.end();
    }

    @Test
    void whatIsInHandWhenItsPartitionGoesIsHandledOnceByEither() throws Exception {
        var held = new CountDownLatch(1);
        for (int p = 0; p < PARTITIONS; p++) {
            script.play(key(p) + " 3", run -> run == 1 ? until(held) : null);
        }
        send(1, EACH);
        await().atMost(Duration.ofSeconds(30)).until(() -> runsOfThree() > 0);

        try (SecondReplica second = replicas.join(GROUP)) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> second.assigned().size() == BOTH_TOPICS / 2);
            held.countDown();
            send(EACH + 1, 2 * EACH);
            awaitHandled(2 * EACH);
            await().atMost(Duration.ofSeconds(30)).until(() -> second.taken() > 0);
            send(2 * EACH + 1, 3 * EACH);
        }
        send(3 * EACH + 1, 4 * EACH);
        awaitHandled(4 * EACH);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertEquals(BOTH_TOPICS, Kafka.committed(GROUP)));
        assertEquals(
                List.of("0"),
                effects.column(
                        "SELECT count(*) FROM parked_message WHERE key LIKE ?", "rebalance-%"));
    }

    private void send(int first, int last) throws Exception {
        for (int version = first; version <= last; version++) {
            for (int p = 0; p < PARTITIONS; p++) {
                var event = new StockChanged(key(p), version, 0, "counted");
                var envelope = Messages.of(event, MessageIds.next(), version);
                kafka.send(p, envelope, json.writeValueAsBytes(event));
            }
        }
    }

    private void awaitHandled(int last) {
        List<String> all = IntStream.rangeClosed(1, last).mapToObj(i -> "on hand " + i).toList();
        for (int p = 0; p < PARTITIONS; p++) {
            String key = key(p);
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertEquals(all, effects.of(key)));
        }
    }

    private int runsOfThree() {
        return IntStream.range(0, PARTITIONS).map(p -> script.runs(key(p) + " 3")).sum();
    }

    private static String key(int partition) {
        return "rebalance-" + partition;
    }

    private static Throwable until(CountDownLatch latch) {
        try {
            latch.await();
            return null;
        } catch (InterruptedException e) {
            return e;
        }
    }
}
