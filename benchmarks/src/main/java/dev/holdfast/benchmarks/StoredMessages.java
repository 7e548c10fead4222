package dev.holdfast.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Messages that lie in the service's outbox. They are written by hundreds of small transactions
 * while the feed is leased to this benchmark; when it is handed back, the service relays them.
 */
final class StoredMessages {

    /** How many a transaction writes. */
    static final int PER_TRANSACTION = 20;

    /** How many share a key. */
    static final int PER_KEY = 10;

    private static final String HOLD =
            """
            UPDATE feed_cursor SET owner = NULL, fence = fence + 1, lease_until = 'infinity' WHERE feed = ?
            """;

    private static final String HAND_BACK =
            """
            UPDATE feed_cursor SET lease_until = '-infinity' WHERE feed = ?
            """;

    private static final String DONE =
            """
            SELECT hi IS NULL FROM feed_cursor WHERE feed = ?
            """;

    private static final String STORE =
            """
            INSERT INTO outbox (broker, exchange, address, message_id, type, source, key, correlation_id, body)
            SELECT ?, ?, ?, uuidv7(), 'holdfast.bench.Stored.v1', '/benchmarks', 'k' || (? + i) / %d, uuidv7(),
                   '{"reference": "web-1001", "text": "' || repeat('x', 160) || '"}'
            FROM generate_series(1, ?) i
            """
                    .formatted(PER_KEY);

    private final CourierService service;
    private final String feed;
    private final int broker;
    private final String exchange;
    private final String address;

    private StoredMessages(
            CourierService service, String feed, int broker, String exchange, String address) {
        this.service = service;
        this.feed = feed;
        this.broker = broker;
        this.exchange = exchange;
        this.address = address;
    }

    static StoredMessages forTopic(CourierService service, String topic) {
        return new StoredMessages(service, "events", 2, null, topic);
    }

    static StoredMessages forQueue(CourierService service, String exchange, String routingKey) {
        return new StoredMessages(service, "commands", 1, exchange, routingKey);
    }

    /** Takes the feed away from the service, and writes that many. */
    void store(int messages) throws SQLException {
        try (Connection connection = service.connect()) {
            Waiting.until("The feed is not idle.", Duration.ofSeconds(30), () -> done(connection));
            onFeed(connection, HOLD);
            try (var insert = connection.prepareStatement(STORE)) {
                for (int i = 0; i < messages; i += PER_TRANSACTION) {
                    insert.setInt(1, broker);
                    insert.setString(2, exchange);
                    insert.setString(3, address);
                    insert.setInt(4, i);
                    insert.setInt(5, Math.min(PER_TRANSACTION, messages - i));
                    insert.executeUpdate();
                }
            }
            try (var tidy = connection.createStatement()) {
                tidy.execute("ANALYZE outbox");
            }
        }
    }

    /** Gives the feed back, and lets the service know. */
    void handBack() throws SQLException {
        try (Connection connection = service.connect()) {
            onFeed(connection, HAND_BACK);
        }
        service.ring();
    }

    private void onFeed(Connection connection, String sql) throws SQLException {
        try (var update = connection.prepareStatement(sql)) {
            update.setString(1, feed);
            update.executeUpdate();
        }
    }

    private boolean done(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(DONE)) {
            select.setString(1, feed);
            try (var row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
