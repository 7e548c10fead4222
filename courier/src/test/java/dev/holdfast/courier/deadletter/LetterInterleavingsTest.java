package dev.holdfast.courier.deadletter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.courier.interleaving.Explorer;
import dev.holdfast.courier.interleaving.Scenario;
import dev.holdfast.courier.interleaving.Script;
import dev.holdfast.courier.interleaving.Session;
import dev.holdfast.courier.interleaving.Violation;
import dev.holdfast.courier.relay.RelayDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("However redrives, discards and resolutions of a letter fall between each other")
class LetterInterleavingsTest {

    private static final UnaryOperator<String> AS_IT_IS = UnaryOperator.identity();

    private static final String LETTER =
            """
            INSERT INTO dead_letter (id, consumer, origin, address, message_id, key, headers, body, reason,
                                     detail, history, first_failed_at)
            VALUES ('01900000-0000-7000-8000-000000000001', 'events', 'topic', 't',
                    '01900000-0000-7000-8000-000000000002', 'k', '{}', '', '%s', '', '[]', now())
            """;

    private static final String LINE =
            """
            INSERT INTO parked_key (consumer, topic, key, reason, detail, retry_at)
            VALUES ('events', 't', 'k', 'transient', '', now());
            INSERT INTO parked_message (consumer, topic, key, message_id, sequence, headers, body)
            VALUES ('events', 't', 'k', '01900000-0000-7000-8000-000000000002', 7, '{}', '')
            """;

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
    @DisplayName("one of two redrives and a discard has it")
    void oneHasIt() throws Exception {
        int orders = explorer.explore(() -> new Contest(AS_IT_IS));
        assertTrue(orders > 20, orders + " orders");
    }

    @Test
    @DisplayName("planted fault: without the lock and the state's word, two have it")
    void withoutLock() {
        assertThrows(
                Violation.class,
                () ->
                        explorer.explore(
                                () ->
                                        new Contest(
                                                sql ->
                                                        sql.replace("FOR UPDATE", "")
                                                                .replace(
                                                                        "d.state = ANY (?::text[])",
                                                                        "?::text[] IS NOT NULL"))));
    }

    @Test
    @DisplayName("a record that is handled is not given up, and one that is given up not handled")
    void handledOrDiscarded() throws Exception {
        int orders = explorer.explore(() -> new Line(this::discard));
        assertTrue(orders > 10, orders + " orders");
    }

    @Test
    @DisplayName("a record that was handled is resolved, whoever comes to it besides")
    void drained() throws Exception {
        explorer.explore(() -> new Line(this::discard, true));
        explorer.explore(() -> new Line(this::redrive, true));
    }

    @Test
    @DisplayName("a record that is handled while it is redriven ends as resolved")
    void handledAndRedriven() throws Exception {
        int orders = explorer.explore(() -> new Line(this::redrive));
        assertTrue(orders > 10, orders + " orders");
    }

    @Test
    @DisplayName("planted fault: a discard that does not ask the line gives up what was handled")
    void withoutLine() {
        assertThrows(
                Violation.class,
                () ->
                        explorer.explore(
                                () ->
                                        new Line(
                                                session ->
                                                        discard(
                                                                session,
                                                                sql ->
                                                                        sql.replace(
                                                                                "SELECT 1 FROM gone",
                                                                                "SELECT 1")))));
    }

    private void discard(Session session) throws SQLException {
        discard(session, AS_IT_IS);
    }

    private void discard(Session session, UnaryOperator<String> fault) throws SQLException {
        var bench = new Bench(session.database(fault));
        session.begin();
        bench.discarding.discard(bench.hold(), Bench.WISH);
        session.commit();
    }

    private void redrive(Session session) throws SQLException {
        var bench = new Bench(session.database());
        session.begin();
        bench.redriving.send(bench.hold(), Bench.WISH);
        session.commit();
    }

    private List<String> read(String sql) {
        return new LetterStore(database.source()).rows(sql, _ -> {}, row -> row.getString(1));
    }

    /** Two that would send a letter again and one that would give it up. */
    private final class Contest implements Scenario {

        private final UnaryOperator<String> fault;
        private final AtomicInteger had = new AtomicInteger();

        private Contest(UnaryOperator<String> fault) {
            this.fault = fault;
        }

        @Override
        public void prepare() throws SQLException {
            database.execute("DELETE FROM dead_letter; " + LETTER.formatted("unreadable"));
        }

        @Override
        public List<Script> scripts() {
            return List.of(
                    Script.of("redrive", this::send),
                    Script.of("another", this::send),
                    Script.of("discard", this::discard));
        }

        private void send(Session session) throws SQLException {
            var bench = new Bench(session.database(fault));
            session.begin();
            for (HeldLetter letter : bench.hold()) {
                had.addAndGet(
                        bench.life.redriven(Map.of(letter.id(), letter.messageId()), Bench.WISH));
            }
            session.commit();
        }

        private void discard(Session session) throws SQLException {
            var bench = new Bench(session.database(fault));
            session.begin();
            had.addAndGet(bench.discarding.discard(bench.hold(), Bench.WISH));
            session.commit();
        }

        @Override
        public void verify() {
            assertEquals(1, had.get());
            assertEquals(List.of("2"), read("SELECT version FROM dead_letter"));
        }
    }

    /** A letter of a parked key, while the prober is at the key, or the watch at the letter. */
    private final class Line implements Scenario {

        private final Script.Body operator;
        private final boolean drained;
        private final AtomicInteger handled = new AtomicInteger();

        private Line(Script.Body operator) {
            this(operator, false);
        }

        private Line(Script.Body operator, boolean drained) {
            this.operator = operator;
            this.drained = drained;
            handled.set(drained ? 1 : 0);
        }

        @Override
        public void prepare() throws SQLException {
            database.execute(
                    "DELETE FROM dead_letter; DELETE FROM parked_key; DELETE FROM handled_version; "
                            + LETTER.formatted("parked")
                            + (drained ? "" : ";" + LINE));
        }

        @Override
        public List<Script> scripts() {
            return drained
                    ? List.of(Script.of("operator", operator), Script.of("watch", this::look))
                    : List.of(Script.of("operator", operator), Script.of("prober", this::probe));
        }

        /** As the parking does it. */
        private void probe(Session session) throws SQLException {
            var store = new LetterStore(session.database());
            session.begin();
            var held =
                    store.rows(
                            "SELECT key FROM parked_key WHERE retry_at <= clock_timestamp() FOR UPDATE SKIP LOCKED",
                            _ -> {},
                            row -> row.getString(1));
            if (!held.isEmpty()) {
                handled.addAndGet(store.change("DELETE FROM parked_message", _ -> {}));
            }
            session.commit();
        }

        private void look(Session session) throws SQLException {
            var bench = new Bench(session.database());
            var found = new Findings(bench.store).ask(Duration.ofDays(1));
            List<UUID> drained = found.stream().map(Findings.Finding::id).toList();
            bench.life.resolved(drained, Resolution.DRAINED);
        }

        @Override
        public void verify() {
            var bench = new Bench(database.source());
            var found = new Findings(bench.store).ask(Duration.ofDays(1));
            bench.life.resolved(
                    found.stream().map(Findings.Finding::id).toList(), Resolution.DRAINED);
            String state = read("SELECT state FROM dead_letter").getFirst();
            if (handled.get() == 1) {
                assertEquals("resolved", state);
            } else {
                assertFalse("resolved".equals(state), state);
                assertEquals(
                        "discarded".equals(state) ? List.of() : List.of("1"),
                        read("SELECT 1 FROM parked_message"));
            }
        }
    }
}
