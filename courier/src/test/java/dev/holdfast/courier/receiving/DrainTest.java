package dev.holdfast.courier.receiving;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.contracts.stock.AdjustStock;
import dev.holdfast.contracts.stock.StockChanged;
import dev.holdfast.courier.drain.StopNow;
import dev.holdfast.courier.message.MessageIds;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** An application that is told to stop while thousands of messages are under way. */
@QuarkusTest
@TestProfile(DrainTest.Alone.class)
@QuarkusTestResource(Servers.class)
class DrainTest {

    private static final int KEYS = 24;
    private static final int ENOUGH = 200;

    @Inject Effects effects;
    @Inject ObjectMapper json;
    @Inject StopNow application;

    /** What has drained takes nothing in any more: no other test may get it. */
    public static final class Alone implements QuarkusTestProfile {}

    @Test
    void finishesWhatIsInHandAndBlamesNobody() throws Exception {
        var sending = new AtomicBoolean(true);
        Thread commands = Thread.ofVirtual().start(() -> unchecked(() -> sendCommands(sending)));
        Thread events = Thread.ofVirtual().start(() -> unchecked(() -> sendEvents(sending)));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> done("drain-command-%") > ENOUGH && done("drain-event-%") > ENOUGH);

        try (var log = new CapturedLog()) {
            application.drain();
            int handled = done("drain-%");
            await().during(Duration.ofSeconds(2)).until(() -> done("drain-%") == handled);
            sending.set(false);
            commands.join();
            events.join();
            assertEquals(List.of(), log.complaints());
        }
        assertEquals(
                done("drain-%"),
                count("SELECT count(DISTINCT message_id) FROM effect WHERE key LIKE ?"));
        assertEquals(0, count("SELECT count(*) FROM dead_letter WHERE key LIKE ?"));
        assertEquals(0, count("SELECT count(*) FROM parked_key WHERE key LIKE ?"));
        assertEquals(
                0,
                count(
                        """
                        SELECT count(*) FROM outbox
                        WHERE key LIKE ? AND headers ->> 'holdfast-attempts' IS NOT NULL
                        """));
        for (int key = 0; key < KEYS; key++) {
            List<String> inOrder = effects.of("drain-event-" + key);
            for (int i = 0; i < inOrder.size(); i++) {
                assertEquals("on hand " + (i + 1), inOrder.get(i));
            }
        }
        assertTrue(count("SELECT count(*) FROM handled_version WHERE key LIKE ?") > 0);
    }

    private void sendCommands(AtomicBoolean sending) throws Exception {
        var rabbit = new Rabbit();
        for (int i = 0; sending.get(); i++) {
            var command = new AdjustStock(MessageIds.next(), "drain-command-" + i, 1, "test");
            rabbit.send(Messages.of(command), json.writeValueAsBytes(command));
        }
        rabbit.end();
    }

    private void sendEvents(AtomicBoolean sending) throws Exception {
        var kafka = new Kafka();
        for (int version = 1; sending.get(); version++) {
            for (int key = 0; key < KEYS; key++) {
                var event = new StockChanged("drain-event-" + key, version, 0, "counted");
                var envelope = Messages.of(event, MessageIds.next(), version);
                kafka.send(key % 12, envelope, json.writeValueAsBytes(event)).get();
            }
        }
        kafka.end();
    }

    private int done(String keys) {
        return Integer.parseInt(
                effects.column("SELECT count(*) FROM effect WHERE key LIKE ?", keys).getFirst());
    }

    private int count(String sql) {
        return Integer.parseInt(effects.column(sql, "drain-%").getFirst());
    }

    private interface Sending {
        void run() throws Exception;
    }

    private static void unchecked(Sending sending) {
        try {
            sending.run();
        } catch (Exception e) {
            throw new IllegalStateException("The test's sender failed.", e);
        }
    }
}
