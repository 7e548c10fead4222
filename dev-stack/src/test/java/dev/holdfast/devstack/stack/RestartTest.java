package dev.holdfast.devstack.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.devstack.folder.Ports;
import dev.holdfast.devstack.folder.StateFolder;
import dev.holdfast.devstack.server.Server;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that were killed come back quickly, at the same address, with what they had stored. */
class RestartTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir private Path root;
    private Servers servers;

    @BeforeEach
    void open() {
        servers = reopened();
    }

    @AfterEach
    void stop() {
        AllAtOnce.run(
                List.of(servers.postgres()::kill, servers.kafka()::kill, servers.rabbitMq()::kill));
    }

    @Test
    void postgresKeepsWhatWasCommitted() throws SQLException {
        servers.postgres().start();
        try (var connection = orders();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (n int)");
            statement.execute("INSERT INTO kept VALUES (42)");
        }
        int port = servers.postgres().port();

        killAndStart(servers.postgres());

        assertEquals(port, servers.postgres().port());
        try (var connection = orders();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT n FROM kept")) {
            assertTrue(rows.next());
            assertEquals(42, rows.getInt(1));
        }
    }

    @Test
    void kafkaKeepsItsTopics() throws ExecutionException, InterruptedException {
        servers.kafka().start();
        try (var admin = admin()) {
            admin.createTopics(List.of(new NewTopic("kept", 3, (short) 1))).all().get();
        }

        killAndStart(servers.kafka());

        try (var admin = admin()) {
            assertTrue(admin.listTopics().names().get().contains("kept"));
        }
    }

    @Test
    void rabbitMqStopsWithItsPortMapperAndStartsAgain() {
        servers.rabbitMq().start();
        servers.rabbitMq().stop();
        assertFalse(servers.rabbitMq().ready());
        assertEquals(List.of(), new StateFolder(root).processes().names());

        servers.rabbitMq().start();
        assertTrue(servers.rabbitMq().ready());
    }

    @Test
    void whoeverOpensTheFolderFindsWhatRuns() {
        servers.postgres().start();
        var pid = servers.postgres().pid();

        var others = reopened();
        others.postgres().start();

        assertEquals(pid, others.postgres().pid());
        others.postgres().stop();
        assertFalse(servers.postgres().ready());
    }

    private static void killAndStart(Server server) {
        server.kill();
        assertFalse(server.ready());
        long begin = System.nanoTime();
        server.start();
        assertTrue(server.ready());
        var took = Duration.ofNanos(System.nanoTime() - begin);
        assertTrue(took.compareTo(SOON) < 0, "%s took %s".formatted(server.name(), took));
    }

    private Servers reopened() {
        var folder = new StateFolder(root);
        return Servers.in(folder, Ports.unusual(folder), _ -> {});
    }

    private Connection orders() throws SQLException {
        var settings = servers.settings("order-worker");
        return DriverManager.getConnection(
                settings.get("quarkus.datasource.jdbc.url"),
                settings.get("quarkus.datasource.username"),
                settings.get("quarkus.datasource.password"));
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", servers.kafka().bootstrapServers()));
    }
}
