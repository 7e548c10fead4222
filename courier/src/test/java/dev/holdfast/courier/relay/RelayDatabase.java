package dev.holdfast.courier.relay;

import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.devstack.stack.TestServers;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalConnectionPoolConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The courier's tables, new and empty, in a schema of the real server that nothing else in this
 * module uses: the test application keeps its own relay running beside these tests, and it would
 * take the feed away from them.
 */
public final class RelayDatabase implements AutoCloseable {

    private static final String WRITE =
            """
            INSERT INTO outbox (broker, address, message_id, type, source, key, sequence, correlation_id, body)
            VALUES (2, 'holdfast.orders', ?, 'holdfast.orders.OrderConfirmed.v1', '/order-worker', ?, ?, ?, '{}')
            """;

    private final AgroalDataSource source;
    private final Flyway flyway;

    public RelayDatabase() throws SQLException {
        this(TestServers.shared().settings("notification-worker"));
    }

    /** The same, reached as these settings of the service say. */
    RelayDatabase(Map<String, String> settings) throws SQLException {
        source =
                AgroalDataSource.from(
                        new AgroalDataSourceConfigurationSupplier()
                                .connectionPoolConfiguration(pool -> pool(pool, settings)));
        flyway =
                Flyway.configure()
                        .dataSource(source)
                        .locations("db/courier")
                        .cleanDisabled(false)
                        .load();
        flyway.clean();
        flyway.migrate();
    }

    public DataSource source() {
        return source;
    }

    /** A connection in a transaction of its own. */
    public Connection begin() throws SQLException {
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    /** Writes one event in the connection's transaction. */
    public static void write(Connection connection, String key, long sequence) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(WRITE)) {
            insert.setObject(1, MessageIds.next());
            insert.setString(2, key);
            insert.setLong(3, sequence);
            insert.setObject(4, MessageIds.next());
            insert.executeUpdate();
        }
    }

    public void execute(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of what a query gives. */
    public List<String> column(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<String> column = new ArrayList<>();
            while (rows.next()) {
                column.add(rows.getString(1));
            }
            return column;
        }
    }

    @Override
    public void close() {
        flyway.clean();
        source.close();
    }

    private static AgroalConnectionPoolConfigurationSupplier pool(
            AgroalConnectionPoolConfigurationSupplier pool, Map<String, String> settings) {
        return pool.maxSize(24)
                .acquisitionTimeout(Duration.ofSeconds(20))
                .connectionFactoryConfiguration(
                        factory ->
                                factory.jdbcUrl(settings.get("quarkus.datasource.jdbc.url"))
                                        .principal(
                                                new NamePrincipal(
                                                        settings.get(
                                                                "quarkus.datasource.username")))
                                        .credential(
                                                new SimplePassword(
                                                        settings.get(
                                                                "quarkus.datasource.password"))));
    }
}
