package dev.holdfast.courier.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The statements that the runbooks give do what the runbooks say")
class RunbooksTest {

    private static final Pattern SQL = Pattern.compile("(?s)```sql\n(.*?)```");

    private RelayDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = new RelayDatabase();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    @DisplayName("every statement can be run")
    void runnable() throws Exception {
        for (String page :
                List.of(
                        "dead-letters-waiting",
                        "parked-key",
                        "restored-database",
                        "outbox-grows")) {
            for (String statements : statements(page)) {
                database.execute(statements);
            }
        }
    }

    @Test
    @DisplayName("after a restore, what the runbook has sent again is sent, and nothing older")
    void sendAgain() throws Exception {
        var cursor = new CursorTable(database.source(), Feed.EVENTS);
        cursor.create();
        try (Connection writer = database.begin()) {
            RelayDatabase.write(writer, "old", 1);
            RelayDatabase.write(writer, "fresh", 1);
            writer.commit();
        }
        // given rows and a cursor of a server that was ahead of this one
        database.execute("UPDATE outbox SET xid = '4000000000'");
        database.execute(
                "UPDATE outbox SET recorded_at = recorded_at - interval '30 hours' WHERE key = 'old'");
        database.execute("UPDATE feed_cursor SET lo = '4000000001:4000000001:'");
        assertEquals(List.of("t"), read("SELECT from_the_future FROM waiting_feed"));

        for (String statements : statements("restored-database")) {
            database.execute(statements);
        }

        assertEquals(List.of("f"), read("SELECT from_the_future FROM waiting_feed"));
        assertEquals(List.of("fresh 1"), SteppedRelay.rest(database));
    }

    /** What stands between the marks, each as one text, with placeholders that match nothing. */
    private static List<String> statements(String page) throws IOException {
        String text = Files.readString(Path.of("../docs/runbooks/%s.md".formatted(page)));
        return SQL.matcher(text).results().map(block -> block.group(1)).toList();
    }

    private List<String> read(String sql) throws SQLException {
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
