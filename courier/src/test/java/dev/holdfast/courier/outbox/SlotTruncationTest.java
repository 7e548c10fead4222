package dev.holdfast.courier.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.courier.relay.RelayDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A partition of the outbox is truncated")
class SlotTruncationTest {

    private static final int SLOT = 2;
    private static final Duration PATIENCE = Duration.ofMillis(50);

    private RelayDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = new RelayDatabase();
        database.execute(
                "INSERT INTO feed_cursor (feed, lo) VALUES ('commands', '3:3:'), ('events', '3:3:')");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    @DisplayName("once its rows are relayed, whatever waits in other partitions")
    void relayed() throws SQLException {
        write(SLOT, 2, "3 days");
        relayed("events");
        write(0, 2, "0");
        assertTrue(truncated());
        assertEquals(List.of("0"), database.column("SELECT slot FROM outbox"));
    }

    @Test
    @DisplayName("although a feed that has none of its rows has rested for ever")
    void restingFeed() throws SQLException {
        write(SLOT, 2, "3 days");
        relayed("events");
        assertEquals(
                List.of("3:3:"),
                database.column("SELECT lo FROM feed_cursor WHERE feed = 'commands'"));
        assertTrue(truncated());
    }

    @Test
    @DisplayName("but not while a feed is behind, one with a window open included")
    void behind() throws SQLException {
        write(SLOT, 1, "3 days");
        relayed("events");
        assertFalse(truncated());
        database.execute(
                "UPDATE feed_cursor SET hi = pg_current_snapshot(), next_seq = 1, last_seq = 1 WHERE feed = 'commands'");
        assertFalse(truncated());
    }

    @Test
    @DisplayName("but not before the rows of a transaction that was open when the feed looked")
    void lateCommitter() throws SQLException {
        write(SLOT, 2, "3 days");
        try (Connection late = database.begin()) {
            late.createStatement().execute(insert(SLOT, 2, "3 days"));
            database.execute("SELECT pg_current_xact_id()");
            relayed("events");
            late.commit();
        }
        assertFalse(truncated());
        relayed("events");
        assertTrue(truncated());
    }

    @Test
    @DisplayName("but not within the horizon, and not without a cursor")
    void kept() throws SQLException {
        write(SLOT, 2, "23 hours");
        relayed("events");
        assertFalse(truncated());
        database.execute("TRUNCATE outbox");
        write(SLOT, 2, "25 hours");
        database.execute("DELETE FROM feed_cursor");
        assertFalse(truncated());
    }

    @Test
    @DisplayName("and a writer that is still open keeps it from being locked for long")
    void writer() throws SQLException {
        try (Connection late = database.begin()) {
            late.createStatement().execute(insert(SLOT, 2, "3 days"));
            var refused = assertThrows(SQLException.class, this::truncated);
            assertEquals("55P03", refused.getSQLState());
            late.rollback();
        }
    }

    @Test
    @DisplayName("after a look at a handful of index entries, however many rows there are")
    void plan() throws SQLException {
        database.execute(
                """
                INSERT INTO outbox (slot, broker, address, message_id, type, source, key, correlation_id, body)
                SELECT 2, 2, 'holdfast.orders', gen_random_uuid(), 't', 's', i::text, gen_random_uuid(), '{}'
                FROM generate_series(1, 50000) i
                """);
        try (Connection open = database.begin()) {
            open.createStatement().execute("SELECT pg_current_xact_id()");
            database.execute("SELECT pg_current_xact_id()");
            relayed("events");
            open.rollback();
        }
        database.execute("VACUUM ANALYZE outbox");
        String sql =
                SlotTruncation.DONE_WITH
                        .replace("{slot}", String.valueOf(SLOT))
                        .replace("?", "'ffffffff-0000-0000-0000-000000000000'");
        List<String> plan =
                database.column(
                        "EXPLAIN (ANALYZE, BUFFERS, COSTS off, TIMING off, SUMMARY off) " + sql);
        String text = String.join(System.lineSeparator(), plan);
        assertFalse(text.contains("Seq Scan on outbox"), text);
        assertTrue(text.contains("Index Only Scan using outbox_2_broker_xid_idx"), text);
        assertTrue(text.contains("Index Only Scan Backward using outbox_2_message_id_idx"), text);
        assertTrue(buffers(text) < 50, text);
    }

    /** Pages that were looked at in all: the plan's first line of that kind. */
    private static int buffers(String plan) {
        var hit = Pattern.compile("Buffers: shared hit=(\\d+)").matcher(plan);
        return hit.find() ? Integer.parseInt(hit.group(1)) : Integer.MAX_VALUE;
    }

    private boolean truncated() throws SQLException {
        try (Connection connection = database.begin()) {
            Instant keptSince = Instant.now().minus(Duration.ofHours(24));
            boolean truncated = SlotTruncation.truncate(connection, SLOT, keptSince, PATIENCE);
            connection.commit();
            return truncated;
        }
    }

    /** As the relay does once everything that can be seen is confirmed. */
    private void relayed(String feed) throws SQLException {
        database.execute(
                "UPDATE feed_cursor SET lo = pg_current_snapshot() WHERE feed = '%s'"
                        .formatted(feed));
    }

    private void write(int slot, int broker, String age) throws SQLException {
        database.execute(insert(slot, broker, age));
    }

    private static String insert(int slot, int broker, String age) {
        return """
               INSERT INTO outbox (slot, broker, exchange, address, message_id, type, source, key, correlation_id, body)
               SELECT %d, %d, CASE %2$d WHEN 1 THEN 'commands' END, 'a',
                      (lpad(to_hex((extract(epoch FROM now() - interval '%s') * 1000)::bigint), 12, '0')
                       || '70008000000000000001')::uuid, 't', 's', 'k', gen_random_uuid(), '{}'
               """
                .formatted(slot, broker, age);
    }
}
