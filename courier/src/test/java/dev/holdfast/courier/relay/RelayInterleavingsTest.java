package dev.holdfast.courier.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.courier.interleaving.Explorer;
import dev.holdfast.courier.interleaving.Scenario;
import dev.holdfast.courier.interleaving.Script;
import dev.holdfast.courier.interleaving.Session;
import dev.holdfast.courier.interleaving.Violation;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Writers and relays, in every order of their statements; and that this finds what it is for. */
@DisplayName("However writers and relays fall between each other")
class RelayInterleavingsTest {

    private static final UnaryOperator<String> AS_IT_IS = UnaryOperator.identity();
    private static final UnaryOperator<String> BY_XID =
            sql -> sql.replace("ORDER BY seq", "ORDER BY xid, seq");
    private static final UnaryOperator<String> WITHOUT_FENCE =
            sql ->
                    sql.replace("c.fence = ?", "? > 0")
                            .replace("AND fence = ?", "AND ? > 0")
                            .replace("AND c.hi::text = ?", "AND ? <> ''");

    private RelayDatabase database;
    private Explorer explorer;

    @BeforeEach
    void open() throws SQLException {
        database = new RelayDatabase();
        database.execute("CREATE TABLE head (key text PRIMARY KEY, version bigint NOT NULL)");
        explorer = new Explorer(database.source());
    }

    @AfterEach
    void close() throws SQLException {
        explorer.close();
        database.close();
    }

    @Test
    @DisplayName("two writers of one key, one of them with an early id: all is sent, and in order")
    void writers() throws Exception {
        int orders =
                explorer.explore(
                        () ->
                                new Story(
                                        2,
                                        wire ->
                                                List.of(
                                                        writer("late", true, true),
                                                        writer("early", false, true),
                                                        relay(AS_IT_IS, wire))));
        assertTrue(orders > 200, orders + " orders");
    }

    @Test
    @DisplayName("a writer that rolls back: the other's is sent")
    void rolledBack() throws Exception {
        explorer.explore(
                () ->
                        new Story(
                                1,
                                wire ->
                                        List.of(
                                                writer("gives up", false, false),
                                                writer("goes on", false, true),
                                                relay(AS_IT_IS, wire))));
    }

    @Test
    @DisplayName("an owner that wakes after its lease, and its heir: nothing is skipped")
    void takeOver() throws Exception {
        int orders = explorer.explore(() -> new Story(2, wire -> takeOver(AS_IT_IS, wire)));
        assertTrue(orders > 200, orders + " orders");
    }

    @Test
    @DisplayName("planted fault: in the order of transaction ids, a key's rows change places")
    void byXid() {
        finds(
                () ->
                        new Story(
                                2,
                                wire ->
                                        List.of(
                                                writer("late", true, true),
                                                writer("early", false, true),
                                                relay(BY_XID, wire))));
    }

    @Test
    @DisplayName("planted fault: what is greater than the last number leaves out who commits late")
    void greaterThanLast() {
        finds(GreaterThanLast::new);
    }

    @Test
    @DisplayName("planted fault: without the fence, who wakes late moves the heir's cursor")
    void withoutFence() {
        finds(() -> new Story(2, wire -> takeOver(WITHOUT_FENCE, wire)));
    }

    private void finds(Supplier<Scenario> scenario) {
        assertThrows(Violation.class, () -> explorer.explore(scenario));
    }

    /** Locks its key's head, writes the next version, and commits or not. */
    private static Script writer(String name, boolean takesIdEarly, boolean commits) {
        return Script.of(
                name,
                session -> {
                    session.begin();
                    if (takesIdEarly) {
                        session.execute("SELECT pg_current_xact_id()");
                    }
                    session.execute("UPDATE head SET version = version + 1 WHERE key = 'k'");
                    session.execute(
                            """
                            INSERT INTO outbox (broker, address, message_id, type, source, key, sequence, correlation_id, body)
                            SELECT 2, 'a', gen_random_uuid(), 't', 's', key, version, gen_random_uuid(), '{}' FROM head
                            """);
                    if (commits) {
                        session.commit();
                    } else {
                        session.rollback();
                    }
                });
    }

    private static Script relay(UnaryOperator<String> fault, List<String> wire) {
        return Script.of("relay", session -> relayed(session, fault, wire));
    }

    private static void relayed(Session session, UnaryOperator<String> fault, List<String> wire)
            throws SQLException {
        var relay = new SteppedRelay(session.database(fault), wire, () -> {});
        relay.take();
        relay.relay(1);
    }

    /** The heir does not wait for the lease: it is as if the owner had slept through it. */
    private static List<Script> takeOver(UnaryOperator<String> fault, List<String> wire) {
        return List.of(
                Script.of("owner", session -> relayed(session, fault, wire)),
                Script.of(
                        "heir",
                        session -> {
                            session.execute("UPDATE feed_cursor SET lease_until = '-infinity'");
                            relayed(session, fault, wire);
                        }),
                Script.of("writer", session -> session.execute(INSERT.formatted(2))));
    }

    private static final String INSERT =
            """
            INSERT INTO outbox (broker, address, message_id, type, source, key, sequence, correlation_id, body)
            VALUES (2, 'a', gen_random_uuid(), 't', 's', 'k', %d, gen_random_uuid(), '{}')
            """;

    private interface Cast {
        List<Script> with(List<String> wire);
    }

    /**
     * At the end, everything that was committed is on the wire, each version after the one before.
     */
    private class Story implements Scenario {

        final List<String> wire = Collections.synchronizedList(new ArrayList<>());
        private final int versions;
        private final Cast cast;

        private Story(int versions, Cast cast) {
            this.versions = versions;
            this.cast = cast;
        }

        @Override
        public void prepare() throws SQLException {
            database.execute("DELETE FROM outbox; DELETE FROM feed_cursor; DELETE FROM head");
            database.execute("INSERT INTO head VALUES ('k', 0)");
            SteppedRelay.create(database.source());
            if (cast.with(wire).stream().anyMatch(script -> script.name().equals("heir"))) {
                database.execute(INSERT.formatted(1));
            }
        }

        @Override
        public List<Script> scripts() {
            return cast.with(wire);
        }

        @Override
        public void verify() throws SQLException {
            wire.addAll(SteppedRelay.rest(database));
            List<String> expected = new ArrayList<>();
            for (int version = 1; version <= versions; version++) {
                expected.add("k " + version);
            }
            assertEquals(expected, wire.stream().distinct().toList(), "sent " + wire);
        }
    }

    /** The relay that everybody writes first: after the last number, in order. */
    private final class GreaterThanLast extends Story {

        private long last;

        private GreaterThanLast() {
            super(2, wire -> List.of());
        }

        @Override
        public List<Script> scripts() {
            return List.of(
                    inserts("first", 1),
                    inserts("second", 2),
                    Script.of("relay", session -> read(session)));
        }

        private Script inserts(String name, int version) {
            return Script.of(
                    name,
                    session -> {
                        session.begin();
                        session.execute(
                                INSERT.formatted(version).replace("'k'", "'k" + version + "'"));
                        session.commit();
                    });
        }

        private void read(Session session) throws SQLException {
            String sql = "SELECT seq, key FROM outbox WHERE seq > %d ORDER BY seq".formatted(last);
            try (var select = session.connection().prepareStatement(sql);
                    var rows = select.executeQuery()) {
                while (rows.next()) {
                    last = rows.getLong(1);
                    wire.add(rows.getString(2));
                }
            }
        }

        @Override
        public void verify() throws SQLException {
            wire.addAll(
                    database.column(
                            "SELECT key FROM outbox WHERE seq > %d ORDER BY seq".formatted(last)));
            assertEquals(List.of("k1", "k2"), wire.stream().sorted().toList());
        }
    }
}
