package dev.holdfast.courier.outbox;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.courier.interleaving.Explorer;
import dev.holdfast.courier.interleaving.Scenario;
import dev.holdfast.courier.interleaving.Script;
import dev.holdfast.courier.interleaving.Session;
import dev.holdfast.courier.interleaving.Violation;
import dev.holdfast.courier.relay.RelayDatabase;
import dev.holdfast.courier.relay.SteppedRelay;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * A partition is truncated while a transaction that wrote into it long ago is still open, and while
 * the relay is at work: in every order of the statements.
 */
@DisplayName("However truncation, writers and relay fall between each other")
class TruncationInterleavingsTest {

    private static final int SLOT = 2;
    private static final UnaryOperator<String> AS_IT_IS = UnaryOperator.identity();

    private RelayDatabase database;
    private Explorer explorer;

    @BeforeEach
    void open() throws SQLException {
        database = new RelayDatabase();
        explorer = new Explorer(database.source());
    }

    @AfterEach
    void close() throws SQLException {
        explorer.close();
        database.close();
    }

    @Test
    @DisplayName("every committed row is sent")
    void nothingLost() throws Exception {
        int orders = explorer.explore(() -> new Truncation(List.of(truncator(AS_IT_IS), writer())));
        assertTrue(orders > 200, orders + " orders");
    }

    @Test
    @DisplayName("two that truncate at once do no harm to each other")
    void twoTruncators() throws Exception {
        explorer.explore(
                () -> new Truncation(List.of(truncator(AS_IT_IS), truncator(AS_IT_IS), writer())));
    }

    @Test
    @DisplayName("planted fault: a check without the lock loses the late writer's row")
    void withoutLock() {
        finds(sql -> sql.startsWith("LOCK TABLE") ? "SELECT 'no lock'" : sql);
    }

    @Test
    @DisplayName("planted fault: a check before the window is done loses its rows")
    void upToTheWindow() {
        finds(
                sql ->
                        sql.replace(
                                "coalesce(feed_cursor.lo,",
                                "coalesce(feed_cursor.hi, feed_cursor.lo,"));
    }

    private void finds(UnaryOperator<String> fault) {
        assertThrows(
                Violation.class,
                () -> explorer.explore(() -> new Truncation(List.of(truncator(fault), writer()))));
    }

    private static Script truncator(UnaryOperator<String> fault) {
        return Script.of(
                "truncator",
                session -> {
                    session.begin();
                    try (var connection = session.database(fault).getConnection()) {
                        SlotTruncation.truncate(
                                connection, SLOT, Instant.now(), Duration.ofMinutes(1));
                    }
                    session.commit();
                });
    }

    private static Script writer() {
        return Script.of(
                "writer",
                session -> {
                    session.begin();
                    session.execute(insert("late"));
                    session.commit();
                });
    }

    private static String insert(String key) {
        return """
               INSERT INTO outbox (slot, broker, address, message_id, type, source, key, sequence, correlation_id, body)
               VALUES (%d, 2, 'a', '01900000-0000-7000-8000-000000000000', 't', 's', '%s', 1, gen_random_uuid(), '{}')
               """
                .formatted(SLOT, key);
    }

    private final class Truncation implements Scenario {

        private final List<Script> scripts = new ArrayList<>();
        private final List<String> wire = Collections.synchronizedList(new ArrayList<>());

        private Truncation(List<Script> others) {
            scripts.addAll(others);
            if (others.size() < 3) {
                scripts.add(Script.of("relay", this::relay));
            }
        }

        private void relay(Session session) throws SQLException {
            var relay = new SteppedRelay(session.database(), wire, () -> {});
            relay.take();
            relay.relay(1);
        }

        @Override
        public void prepare() throws SQLException {
            database.execute("DELETE FROM outbox; DELETE FROM feed_cursor; " + insert("early"));
            SteppedRelay.create(database.source());
        }

        @Override
        public List<Script> scripts() {
            return scripts;
        }

        @Override
        public void verify() throws SQLException {
            wire.addAll(SteppedRelay.rest(database));
            assertTrue(wire.containsAll(List.of("early 1", "late 1")), "sent " + wire);
        }
    }
}
