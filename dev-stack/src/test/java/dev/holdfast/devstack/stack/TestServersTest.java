package dev.holdfast.devstack.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that the services' tests stand on, tried on the real servers. */
class TestServersTest {

    private static final String PERMISSION_DENIED = "42501";
    private static final List<String> SCHEMAS =
            List.of("gateway", "orders", "notifications", "scheduler");

    private static final TestServers SERVERS = TestServers.shared();

    @Test
    void allThreeAnswer() {
        assertTrue(SERVERS.postgres().ready());
        assertTrue(SERVERS.kafka().ready());
        assertTrue(SERVERS.rabbitMq().ready());
    }

    @Test
    void postgresKeepsWhatItAcknowledges() throws SQLException {
        try (var connection = connect("gateway")) {
            assertEquals("on", show(connection, "fsync"));
            assertEquals("on", show(connection, "synchronous_commit"));
            assertEquals("200", show(connection, "max_connections"));
            assertTrue(show(connection, "server_version").startsWith("18."));
        }
    }

    @ParameterizedTest
    @MethodSource("pairsOfSchemas")
    void noRoleReadsAnothersSchema(String role, String other) throws SQLException {
        try (var owner = connect(other);
                var statement = owner.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS kept_apart (n int)");
        }
        try (var connection = connect(role);
                var statement = connection.createStatement()) {
            var denied =
                    assertThrows(
                            SQLException.class,
                            () -> statement.execute("SELECT * FROM " + other + ".kept_apart"));
            assertEquals(PERMISSION_DENIED, denied.getSQLState());
            denied =
                    assertThrows(
                            SQLException.class,
                            () -> statement.execute("CREATE TABLE " + other + ".intruder (n int)"));
            assertEquals(PERMISSION_DENIED, denied.getSQLState());
        }
    }

    static Stream<Arguments> pairsOfSchemas() {
        return SCHEMAS.stream()
                .flatMap(
                        role ->
                                SCHEMAS.stream()
                                        .filter(other -> !other.equals(role))
                                        .map(other -> Arguments.of(role, other)));
    }

    @Test
    void aServiceIsToldItsOwnRoleAndTheBrokers() {
        var settings = SERVERS.settings("scheduler-service");
        assertEquals("scheduler", settings.get("quarkus.datasource.username"));
        assertTrue(
                settings.get("quarkus.datasource.jdbc.url").endsWith("?currentSchema=scheduler"));
        assertTrue(
                settings.keySet()
                        .containsAll(
                                List.of(
                                        "quarkus.datasource.password",
                                        "kafka.bootstrap.servers",
                                        "rabbitmq-host",
                                        "rabbitmq-port",
                                        "rabbitmq-username",
                                        "rabbitmq-password")));
    }

    @Test
    void thirdPartiesStandInForTheServiceThatTalksToThem() {
        var orders = SERVERS.settings("order-worker");
        assertEquals(SERVERS.payments().url(), orders.get("holdfast.payments.url"));
        assertTrue(SERVERS.payments().ready());

        var notifications = SERVERS.settings("notification-worker");
        assertEquals(
                String.valueOf(SERVERS.mail().port()), notifications.get("quarkus.mailer.port"));
        assertTrue(SERVERS.mail().ready());
    }

    @Test
    void anUnknownServiceIsRefusedWithTheNamesOfTheKnown() {
        var refusal =
                assertThrows(
                        IllegalArgumentException.class, () -> SERVERS.settings("order-waiter"));
        assertTrue(refusal.getMessage().contains("order-worker"), refusal.getMessage());
    }

    private static Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(SERVERS.postgres().jdbcUrl(), role, role);
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("SHOW " + setting)) {
            result.next();
            return result.getString(1);
        }
    }
}
