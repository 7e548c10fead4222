package dev.holdfast.courier.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.devstack.postgres.Postgres;
import dev.holdfast.devstack.stack.TestServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whoever watches sees whether a feed waits, and no message")
class WaitingTest {

    private static final String WAITING =
            "SELECT count(*) FROM notifications.waiting_feed WHERE since IS NOT NULL";

    private RelayDatabase database;
    private CursorTable cursor;
    private Connection watcher;

    @BeforeEach
    void open() throws SQLException {
        database = new RelayDatabase();
        cursor = new CursorTable(database.source(), Feed.EVENTS);
        cursor.create();
        watcher =
                DriverManager.getConnection(
                        TestServers.shared().postgres().jdbcUrl(), Postgres.READER, "");
        watcher.createStatement().execute("SET ROLE pg_monitor");
    }

    @AfterEach
    void close() throws SQLException {
        watcher.close();
        database.close();
    }

    @Test
    @DisplayName("a feed waits from the commit of a row until the row is noted as relayed")
    void untilRelayed() throws Exception {
        assertEquals(0, waiting());
        write("a");
        assertEquals(1, waiting());
        Lease lease = cursor.take(MessageIds.next()).orElseThrow();
        Window window = cursor.open(lease.fence(), lease.lo()).orElseThrow();
        assertEquals(1, waiting());
        cursor.turn(lease.fence(), window, List.of());
        assertEquals(0, waiting());
    }

    @Test
    @DisplayName("a transaction that is open when a feed comes to rest counts from its commit")
    void lateCommitter() throws Exception {
        try (Connection late = database.begin()) {
            RelayDatabase.write(late, "late", 1);
            write("early");
            Lease lease = cursor.take(MessageIds.next()).orElseThrow();
            Window window = cursor.open(lease.fence(), lease.lo()).orElseThrow();
            cursor.turn(lease.fence(), window, List.of());
            assertEquals(0, waiting());
            late.commit();
            assertEquals(1, waiting());
        }
    }

    @Test
    @DisplayName("what is written while a window is open counts after the window is done")
    void behindTheWindow() throws Exception {
        write("a");
        Lease lease = cursor.take(MessageIds.next()).orElseThrow();
        Window window = cursor.open(lease.fence(), lease.lo()).orElseThrow();
        write("b");
        Window next = cursor.turn(lease.fence(), window, List.of()).orElseThrow();
        assertEquals(1, waiting());
        cursor.turn(lease.fence(), next, List.of());
        assertEquals(0, waiting());
    }

    @Test
    @DisplayName("messages, dead letters and parked records are not for watchers")
    void noMessages() throws SQLException {
        watcher.createStatement()
                .execute("SELECT * FROM notifications.stuck, notifications.waiting_key");
        for (String table :
                new String[] {"outbox", "feed_events", "dead_letter", "parked_message"}) {
            var refused =
                    assertThrows(
                            SQLException.class, () -> one("SELECT 1 FROM notifications." + table));
            assertTrue(refused.getMessage().contains("permission denied"), refused.getMessage());
        }
    }

    private void write(String key) throws SQLException {
        try (Connection writer = database.begin()) {
            RelayDatabase.write(writer, key, 1);
            writer.commit();
        }
    }

    private long waiting() throws SQLException {
        return one(WAITING);
    }

    private long one(String sql) throws SQLException {
        try (var rows = watcher.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
