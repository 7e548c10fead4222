package dev.holdfast.courier.repair;

import dev.holdfast.contracts.Service;
import dev.holdfast.courier.outbox.Broker;
import dev.holdfast.courier.relay.Feed;
import dev.holdfast.courier.relay.RelayDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Both ends of the edges from gateway to order-worker in one schema, and an event table that is a
 * feed too.
 */
final class EdgeDatabase implements AutoCloseable {

    private static final String EVENT_TABLE =
            """
            CREATE TABLE told (event_id uuid NOT NULL);
            CREATE INDEX told_by_id ON told (event_id);
            CREATE VIEW feed_told AS SELECT event_id AS message_id, 'holdfast.orders'::text AS address FROM told
            """;

    /** All over the ring, as if over days. */
    private static final String SEND =
            """
            INSERT INTO outbox (slot, broker, exchange, address, message_id, type, source, key, correlation_id, body)
            SELECT abs(uuid_hash(id) % 4), CASE WHEN ? THEN 1 ELSE 2 END, ?, ?, id, 't', '/api-gateway', 'k', id, '{}'
            FROM unnest(?::uuid[]) AS id
            """;

    private static final String TAKE =
            """
            INSERT INTO inbox (consumer, message_id, source) SELECT ?, id, ? FROM unnest(?::uuid[]) AS id
            """;

    private static final String BURY =
            """
            INSERT INTO dead_letter (id, consumer, origin, address, message_id, headers, body, reason, detail,
                                     history, first_failed_at)
            SELECT gen_random_uuid(), 'commands', 'queue', 'order-worker.commands', id,
                   jsonb_build_object('ce_source', ?::text), '', 'permanent', '', '[]', now()
            FROM unnest(?::uuid[]) AS id
            """;

    private final RelayDatabase database = new RelayDatabase();

    EdgeDatabase() throws SQLException {
        database.execute("CREATE TABLE inbox_rest PARTITION OF inbox DEFAULT");
        database.execute(EVENT_TABLE);
    }

    SenderEnd sender() {
        var told = new Feed("told", "feed_told", Broker.KAFKA);
        return new SenderEnd(database.source(), List.of(told), Service.API_GATEWAY.label());
    }

    ReceiverEnd receiver() {
        return new ReceiverEnd(database.source(), Service.ORDER_WORKER.label());
    }

    static List<UUID> ids(Minute minute, int many) {
        List<UUID> ids = new ArrayList<>(many);
        for (int i = 0; i < many; i++) {
            ids.add(id(minute.start().plusMillis(i % 60_000)));
        }
        return ids;
    }

    static UUID id(Instant made) {
        var random = ThreadLocalRandom.current();
        return new UUID(
                made.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000),
                random.nextLong() >>> 2 | Long.MIN_VALUE);
    }

    void sendCommands(String routingKey, List<UUID> ids) throws SQLException {
        update(SEND, true, "commands", routingKey, ids);
    }

    void sendAgainLater(String tier, List<UUID> ids) throws SQLException {
        update(SEND, true, "", tier, ids);
    }

    void publish(String topic, List<UUID> ids) throws SQLException {
        update(SEND, false, null, topic, ids);
    }

    void tell(List<UUID> ids) throws SQLException {
        update("INSERT INTO told SELECT unnest(?::uuid[])", ids);
    }

    void take(String consumer, String source, List<UUID> ids) throws SQLException {
        update(TAKE, consumer, source, ids);
    }

    void bury(String source, List<UUID> ids) throws SQLException {
        update(BURY, source, ids);
    }

    void forget(String table, UUID id) throws SQLException {
        update("DELETE FROM " + table + " WHERE message_id = ANY (?::uuid[])", List.of(id));
    }

    void analyze() throws SQLException {
        database.execute("ANALYZE");
    }

    /** How the server answers a digest of these rows. */
    String plan(Rows rows, List<Minute> minutes) throws SQLException {
        try (Connection connection = database.source().getConnection();
                var explain =
                        EdgeReading.prepared(
                                connection, "EXPLAIN " + EdgeReading.DIGESTS, rows, minutes);
                ResultSet lines = explain.executeQuery()) {
            var plan = new StringBuilder();
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
            return plan.toString();
        }
    }

    @Override
    public void close() {
        database.close();
    }

    private void update(String sql, Object... values) throws SQLException {
        try (Connection connection = database.source().getConnection();
                var update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                if (values[i] instanceof List<?> ids) {
                    update.setArray(i + 1, connection.createArrayOf("uuid", ids.toArray()));
                } else {
                    update.setObject(i + 1, values[i]);
                }
            }
            update.executeUpdate();
        }
    }
}
