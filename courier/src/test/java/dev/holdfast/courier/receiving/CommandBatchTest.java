package dev.holdfast.courier.receiving;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.contracts.Command;
import dev.holdfast.contracts.stock.AdjustStock;
import dev.holdfast.contracts.stock.DefineItem;
import dev.holdfast.courier.message.Envelope;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.courier.retry.PermanentFailure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What arrives while one batch is carried out is the next. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class CommandBatchTest {

    private static final int MANY = 100;

    @Inject Effects effects;
    @Inject Script script;
    @Inject ObjectMapper json;

    private Rabbit rabbit;

    @BeforeEach
    void connect() throws Exception {
        rabbit = new Rabbit();
    }

    @AfterEach
    void disconnect() throws Exception {
        rabbit.end();
    }

    @Test
    void oneBadCommandAmongAHundredCostsOnlyItself() throws Exception {
        script.play("crowd-57", _ -> new PermanentFailure("It will never do."));
        Envelope bad = null;
        CountDownLatch held = hold("before-crowd");
        for (int i = 0; i < MANY; i++) {
            Envelope sent = send(new AdjustStock(MessageIds.next(), "crowd-" + i, 1, "test"));
            bad = i == 57 ? sent : bad;
        }
        held.countDown();
        awaitCount(MANY - 1, "SELECT count(*) FROM effect WHERE key LIKE ?", "crowd-%");
        Envelope dead = bad;
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertEquals(
                                        List.of("permanent"),
                                        effects.column(
                                                "SELECT reason FROM dead_letter WHERE message_id = ?",
                                                dead.id())));
        int transactions =
                count("SELECT count(DISTINCT xmin::text) FROM effect WHERE key LIKE ?", "crowd-%");
        assertTrue(transactions < 20, transactions + " transactions");
        assertEquals(
                0,
                count(
                        """
                        SELECT count(*) FROM outbox
                        WHERE key LIKE ? AND headers ->> 'holdfast-attempts' IS NOT NULL
                        """,
                        "crowd-%"));
    }

    @Test
    void kindsOfCommandsDoNotShareATransaction() throws Exception {
        CountDownLatch held = hold("before-kinds");
        for (int i = 0; i < 20; i++) {
            send(new AdjustStock(MessageIds.next(), "kinds-" + i, 1, "test"));
            send(new DefineItem("kinds-" + i, "Tea", Map.of("EUR", 1L), null));
        }
        held.countDown();
        awaitCount(40, "SELECT count(*) FROM effect WHERE key LIKE ?", "kinds-%");
        assertEquals(
                0,
                count(
                        """
                        SELECT count(*) FROM (
                            SELECT FROM effect WHERE key LIKE ?
                            GROUP BY xmin::text HAVING count(DISTINCT what) > 1) AS mixed
                        """,
                        "kinds-%"));
    }

    /** A command that keeps the one thread busy until it is told to go on. */
    private CountDownLatch hold(String sku) throws Exception {
        var held = new CountDownLatch(1);
        script.play(sku, _ -> until(held));
        send(new AdjustStock(MessageIds.next(), sku, 1, "test"));
        await().atMost(Duration.ofSeconds(30)).until(() -> script.runs(sku) == 1);
        return held;
    }

    private Envelope send(Command command) throws Exception {
        Envelope envelope = Messages.of(command);
        rabbit.send(envelope, json.writeValueAsBytes(command));
        return envelope;
    }

    private void awaitCount(int expected, String sql, String keys) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertEquals(expected, count(sql, keys)));
    }

    private int count(String sql, String keys) {
        return Integer.parseInt(effects.column(sql, keys).getFirst());
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
