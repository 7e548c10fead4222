package dev.holdfast.courier.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.courier.message.MessageIds;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A window is what one snapshot sees and an earlier one does not")
class SnapshotDifferenceTest {

    private RelayDatabase database;
    private CursorTable cursor;
    private PageQuery pages;

    @BeforeEach
    void open() throws SQLException {
        database = new RelayDatabase();
        cursor = new CursorTable(database.source(), Feed.EVENTS);
        pages = new PageQuery(database.source(), Feed.EVENTS);
        cursor.create();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    @DisplayName("a transaction that takes its number early and commits late is not skipped")
    void lateCommitter() throws Exception {
        try (Connection late = database.begin();
                Connection early = database.begin()) {
            // given a row that is written first and committed last
            RelayDatabase.write(late, "late", 1);
            RelayDatabase.write(early, "early", 1);
            early.commit();
            Lease lease = cursor.take(MessageIds.next()).orElseThrow();
            Window first = cursor.open(lease.fence(), lease.lo()).orElseThrow();
            assertEquals(List.of("early 1"), read(first));

            // when it commits after the window was opened
            late.commit();

            // then the open window does not change, and the next has it, once
            assertEquals(List.of("early 1"), read(first));
            Window second = cursor.turn(lease.fence(), first, List.of()).orElseThrow();
            assertEquals(List.of("late 1"), read(second));
            assertEquals(Optional.empty(), cursor.turn(lease.fence(), second, List.of()));
        }
    }

    @Test
    @DisplayName("a window around rows that were relayed before leaves them out")
    void aroundWhatIsDone() throws Exception {
        try (Connection late = database.begin();
                Connection early = database.begin()) {
            RelayDatabase.write(late, "late", 1);
            RelayDatabase.write(early, "early", 1);
            early.commit();
            Lease lease = cursor.take(MessageIds.next()).orElseThrow();
            Window first = cursor.open(lease.fence(), lease.lo()).orElseThrow();
            RelayDatabase.write(early, "after", 1);
            early.commit();
            late.commit();

            Window second = cursor.turn(lease.fence(), first, List.of()).orElseThrow();
            assertEquals(List.of("late 1", "after 1"), read(second));
        }
    }

    @Test
    @DisplayName("a transaction that stays open elsewhere stalls nothing")
    void foreignTransaction() throws Exception {
        try (Connection foreign = database.begin();
                Connection writer = database.begin()) {
            foreign.createStatement().execute("CREATE TEMP TABLE held AS SELECT 1");
            RelayDatabase.write(writer, "a", 1);
            writer.commit();
            Lease lease = cursor.take(MessageIds.next()).orElseThrow();
            assertEquals(
                    List.of("a 1"), read(cursor.open(lease.fence(), lease.lo()).orElseThrow()));
        }
    }

    @Test
    @DisplayName("rows of one key keep their order even if the later one began first")
    void orderWithinKey() throws Exception {
        try (Connection first = database.begin();
                Connection second = database.begin()) {
            // given a transaction that has its id before another has begun, but writes after it
            second.createStatement().execute("SELECT pg_current_xact_id()");
            RelayDatabase.write(first, "k", 5);
            first.commit();
            RelayDatabase.write(second, "k", 6);
            second.commit();

            Lease lease = cursor.take(MessageIds.next()).orElseThrow();
            assertEquals(
                    List.of("k 5", "k 6"),
                    read(cursor.open(lease.fence(), lease.lo()).orElseThrow()));
        }
    }

    @Test
    @DisplayName("what was rolled back is never seen")
    void rolledBack() throws Exception {
        try (Connection writer = database.begin()) {
            RelayDatabase.write(writer, "a", 1);
            writer.rollback();
            Lease lease = cursor.take(MessageIds.next()).orElseThrow();
            assertEquals(Optional.empty(), cursor.open(lease.fence(), lease.lo()));
        }
    }

    @Test
    @DisplayName("a window outlives the relay that opened it, and the next one goes on in it")
    void windowIsKept() throws Exception {
        try (Connection writer = database.begin()) {
            RelayDatabase.write(writer, "a", 1);
            RelayDatabase.write(writer, "b", 1);
            writer.commit();
        }
        Lease dead = cursor.take(MessageIds.next()).orElseThrow();
        Window window = cursor.open(dead.fence(), dead.lo()).orElseThrow();
        cursor.advance(dead.fence(), window.nextSeq() + 1, List.of());
        leaseRunsOut();

        Lease heir = cursor.take(MessageIds.next()).orElseThrow();
        assertEquals(window.hi(), heir.window().hi());
        assertEquals(List.of("b 1"), read(heir.window()));
    }

    @Test
    @DisplayName("a relay that wakes late moves nothing")
    void fenced() throws Exception {
        try (Connection writer = database.begin()) {
            RelayDatabase.write(writer, "a", 1);
            writer.commit();
        }
        Lease paused = cursor.take(MessageIds.next()).orElseThrow();
        Window window = cursor.open(paused.fence(), paused.lo()).orElseThrow();
        leaseRunsOut();
        cursor.take(MessageIds.next()).orElseThrow();

        assertThrows(
                FeedLost.class,
                () -> cursor.advance(paused.fence(), window.nextSeq() + 1, List.of()));
        assertThrows(FeedLost.class, () -> cursor.turn(paused.fence(), window, List.of()));
        assertThrows(FeedLost.class, () -> cursor.open(paused.fence(), paused.lo()));
        assertThrows(FeedLost.class, () -> cursor.renew(paused.fence()));
        assertThrows(FeedLost.class, () -> cursor.release(paused.fence()));
    }

    @Test
    @DisplayName("a relay that is further than a server that has crashed knows takes the feed anew")
    void forgottenMovements() throws Exception {
        try (Connection writer = database.begin()) {
            RelayDatabase.write(writer, "a", 1);
            writer.commit();
        }
        Lease lease = cursor.take(MessageIds.next()).orElseThrow();
        Window window = cursor.open(lease.fence(), lease.lo()).orElseThrow();
        database.execute("CREATE TABLE before_the_turn AS SELECT * FROM feed_cursor");
        assertEquals(Optional.empty(), cursor.turn(lease.fence(), window, List.of()));
        String lo = window.hi();

        // when the turn is forgotten
        database.execute(
                "UPDATE feed_cursor c SET lo = b.lo, hi = b.hi FROM before_the_turn b WHERE c.feed = b.feed");
        assertThrows(FeedLost.class, () -> cursor.open(lease.fence(), lo));

        // and when the opening is forgotten, too
        database.execute("UPDATE feed_cursor SET hi = NULL");
        assertThrows(FeedLost.class, () -> cursor.open(lease.fence(), lo));
        assertThrows(FeedLost.class, () -> cursor.turn(lease.fence(), window, List.of()));

        // then the next one reads the row again
        leaseRunsOut();
        Lease anew = cursor.take(MessageIds.next()).orElseThrow();
        assertEquals(List.of("a 1"), read(cursor.open(anew.fence(), anew.lo()).orElseThrow()));
    }

    @Test
    @DisplayName("a feed that is held is not taken")
    void held() throws SQLException {
        cursor.take(MessageIds.next()).orElseThrow();
        assertEquals(Optional.empty(), cursor.take(MessageIds.next()));
    }

    @Test
    @DisplayName("an idle feed writes nothing")
    void idle() throws Exception {
        Lease lease = cursor.take(MessageIds.next()).orElseThrow();
        String before = version();
        assertEquals(Optional.empty(), cursor.open(lease.fence(), lease.lo()));
        assertEquals(before, version());
    }

    @Test
    @DisplayName("the watch names a feed that has rows, and one left with an open window")
    void watched() throws Exception {
        var watch = new FeedWatch(database.source(), List.of(Feed.EVENTS, Feed.COMMANDS));
        assertTrue(watch.waiting().isEmpty());
        try (Connection writer = database.begin()) {
            RelayDatabase.write(writer, "a", 1);
            writer.commit();
        }
        assertEquals("[events]", watch.waiting().toString());
        Lease lease = cursor.take(MessageIds.next()).orElseThrow();
        Window window = cursor.open(lease.fence(), lease.lo()).orElseThrow();
        assertEquals("[events]", watch.waiting().toString());
        cursor.turn(lease.fence(), window, List.of());
        assertTrue(watch.waiting().isEmpty());
    }

    @Test
    @DisplayName("with many rows stored, the page and the watch are index scans")
    void plans() throws Exception {
        database.execute(
                """
                INSERT INTO outbox (broker, address, message_id, type, source, key, correlation_id, body)
                SELECT 2, 'holdfast.orders', gen_random_uuid(), 't', 's', i::text, gen_random_uuid(), '{}'
                FROM generate_series(1, 50000) i
                """);
        database.execute("ANALYZE outbox");
        String page =
                plan(
                        """
                        SELECT * FROM feed_events WHERE seq BETWEEN 40000 AND 50000
                        AND pg_visible_in_snapshot(xid, pg_current_snapshot()) ORDER BY seq LIMIT 1000
                        """);
        assertTrue(page.contains("Index Scan using outbox"), page);
        String waiting =
                plan(
                        """
                        SELECT (SELECT xid FROM feed_events WHERE xid >= pg_snapshot_xmax(c.lo)
                                ORDER BY xid LIMIT 1) FROM feed_cursor c
                        """);
        assertTrue(waiting.contains("Index Only Scan using outbox"), waiting);
    }

    private List<String> read(Window window) throws SQLException {
        return pages.next(window, 1000).stream()
                .map(row -> row.envelope().key() + " " + row.envelope().sequence())
                .toList();
    }

    private void leaseRunsOut() throws SQLException {
        database.execute("UPDATE feed_cursor SET lease_until = '-infinity'");
    }

    /** Changes with every write of the row. */
    private String version() throws SQLException {
        return one("SELECT xmin || ' ' || ctid FROM feed_cursor WHERE feed = 'events'").getFirst();
    }

    private String plan(String sql) throws SQLException {
        return String.join("\n", one("EXPLAIN " + sql));
    }

    private List<String> one(String sql) throws SQLException {
        try (Connection connection = database.source().getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        }
    }
}
