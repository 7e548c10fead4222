package dev.holdfast.orders.store;

import dev.holdfast.courier.retry.ConflictFailure;
import dev.holdfast.courier.sql.ArrayColumns;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The SQL of the table {@code order_event}. */
@ApplicationScoped
class EventTable {

    /** Sorted by key, so that two appends that meet in several streams cannot deadlock. */
    private static final String APPEND =
            """
            INSERT INTO order_event (stream_id, version, event_id, type, correlation_id, causation_id, traceparent, data)
            SELECT stream_id, version, event_id, type, correlation_id, causation_id, traceparent, data::jsonb
            FROM unnest(?::uuid[], ?::integer[], ?::integer[], ?::uuid[], ?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::text[])
                 AS e(stream_id, version, expected, event_id, type, correlation_id, causation_id, traceparent, data)
            WHERE expected = 0
               OR EXISTS (SELECT 1 FROM order_event p WHERE p.stream_id = e.stream_id AND p.version = e.expected)
            ORDER BY stream_id, version
            """;

    private static final String READ =
            """
            SELECT stream_id, version, type, data::text AS data
            FROM order_event
            WHERE stream_id = ANY (?)
            ORDER BY stream_id, version
            """;

    /** Also those of which there is only a state: they must not exist. */
    private static final String ORDERS_AFTER =
            """
            (SELECT stream_id AS id FROM order_event WHERE stream_id > ? AND version = 1 ORDER BY id LIMIT ?)
            UNION
            (SELECT id FROM order_state WHERE id > ? ORDER BY id LIMIT ?)
            ORDER BY id LIMIT ?
            """;

    private static final String UNIQUE_VIOLATION = "23505";

    private final DataSource database;

    EventTable(DataSource database) {
        this.database = database;
    }

    /**
     * Writes events of any number of streams, in one statement.
     *
     * @throws ConflictFailure if one of the streams has got further than expected
     * @throws StreamBehind if one of them has not got as far as expected
     */
    void append(List<NewEvent> events) {
        int written = insert(events);
        if (written != events.size()) {
            throw new StreamBehind(events.size(), written);
        }
    }

    private int insert(List<NewEvent> events) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(APPEND)) {
            var columns = new ArrayColumns<>(connection, insert, events);
            columns.add("uuid", NewEvent::streamId);
            columns.add("integer", NewEvent::version);
            columns.add("integer", NewEvent::expected);
            columns.add("uuid", NewEvent::eventId);
            columns.add("text", NewEvent::type);
            columns.add("uuid", NewEvent::correlationId);
            columns.add("uuid", NewEvent::causationId);
            columns.add("text", NewEvent::traceparent);
            columns.add("text", NewEvent::data);
            return insert.executeUpdate();
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw new ConflictFailure("Another has moved the order on in the meantime.", e);
            }
            throw new StoreFailure("The events could not be appended.", e);
        }
    }

    /** All events of these streams, each stream's together and in order. */
    List<StoredEvent> read(Collection<UUID> streams) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(READ)) {
            select.setArray(1, connection.createArrayOf("uuid", streams.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                List<StoredEvent> events = new ArrayList<>();
                while (rows.next()) {
                    events.add(
                            new StoredEvent(
                                    rows.getObject("stream_id", UUID.class),
                                    rows.getInt("version"),
                                    rows.getString("type"),
                                    rows.getString("data")));
                }
                return events;
            }
        } catch (SQLException e) {
            throw new StoreFailure("The events could not be read.", e);
        }
    }

    /** The next orders, in the order of their ids. */
    List<UUID> ordersAfter(UUID last, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(ORDERS_AFTER)) {
            for (int parameter : List.of(1, 3)) {
                select.setObject(parameter, last);
                select.setInt(parameter + 1, limit);
            }
            select.setInt(5, limit);
            try (ResultSet rows = select.executeQuery()) {
                List<UUID> orders = new ArrayList<>();
                while (rows.next()) {
                    orders.add(rows.getObject(1, UUID.class));
                }
                return orders;
            }
        } catch (SQLException e) {
            throw new StoreFailure("The orders could not be listed.", e);
        }
    }
}
