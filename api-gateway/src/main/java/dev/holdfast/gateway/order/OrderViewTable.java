package dev.holdfast.gateway.order;

import dev.holdfast.gateway.projection.Column;
import dev.holdfast.gateway.projection.SetBased;
import dev.holdfast.gateway.projection.StoreFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The SQL of the table {@code order_view} but for its lists. */
@ApplicationScoped
class OrderViewTable {

    private static final String KNOWN =
            "SELECT id, version, status FROM order_view WHERE id = ANY (?)";

    private static final String STATUS = "SELECT status FROM order_view WHERE id = ?";

    private static final String INSERT =
            """
            INSERT INTO order_view (id, reference, status, reason, currency, total, customer_id, customer_name,
                                    customer_email, version, accepted_at, placed_at, confirmed_at, updated_at)
            SELECT * FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[],
                                 ?::text[], ?::text[], ?::bigint[], ?::timestamptz[], ?::timestamptz[],
                                 ?::timestamptz[], ?::timestamptz[])
            ON CONFLICT (id) DO NOTHING
            """;

    private static final String UPDATE =
            """
            UPDATE order_view v
            SET status = e.status, reason = coalesce(e.reason, v.reason), version = e.version,
                confirmed_at = coalesce(e.confirmed_at, v.confirmed_at), updated_at = e.updated_at
            FROM unnest(?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::timestamptz[], ?::timestamptz[])
                 AS e (id, known_version, status, reason, version, confirmed_at, updated_at)
            WHERE v.id = e.id AND v.version = e.known_version
            """;

    private static final List<Column<OrderChange>> NEW =
            List.of(
                    Column.uuid(OrderChange::id),
                    Column.text(change -> change.placed().reference()),
                    Column.text(change -> change.status().label()),
                    Column.text(OrderChange::reason),
                    Column.text(change -> change.placed().currency()),
                    Column.bigint(change -> change.placed().total()),
                    Column.text(change -> change.placed().customer().id()),
                    Column.text(change -> change.placed().customer().name()),
                    Column.text(change -> change.placed().customer().email()),
                    Column.bigint(OrderChange::version),
                    Column.instant(change -> change.placed().acceptedAt()),
                    Column.instant(OrderChange::placedAt),
                    Column.instant(OrderChange::confirmedAt),
                    Column.instant(OrderChange::updatedAt));

    private static final List<Column<OrderChange>> CHANGED =
            List.of(
                    Column.uuid(OrderChange::id),
                    Column.bigint(change -> change.known().version()),
                    Column.text(change -> change.status().label()),
                    Column.text(OrderChange::reason),
                    Column.bigint(OrderChange::version),
                    Column.instant(OrderChange::confirmedAt),
                    Column.instant(OrderChange::updatedAt));

    private final DataSource database;
    private final SetBased writes;

    OrderViewTable(DataSource database, SetBased writes) {
        this.database = database;
        this.writes = writes;
    }

    /** Where the view stands with these orders, as far as it has them. */
    Map<UUID, OrderChange.Known> known(Collection<UUID> orders) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(KNOWN)) {
            select.setArray(1, connection.createArrayOf("uuid", orders.toArray()));
            var known = new HashMap<UUID, OrderChange.Known>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    var id = row.getObject("id", UUID.class);
                    var status = OrderStatus.of(row.getString("status"));
                    known.put(id, new OrderChange.Known(id, row.getLong("version"), status));
                }
            }
            return known;
        } catch (SQLException e) {
            throw new StoreFailure("The orders of the view could not be read.", e);
        }
    }

    /**
     * Where the view stands with one order. Keeps no connection, so that any number of clients may
     * wait between two looks.
     */
    Optional<OrderStatus> status(UUID order) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(STATUS)) {
            select.setObject(1, order);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(OrderStatus.of(row.getString("status")))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new StoreFailure("The order could not be looked up.", e);
        }
    }

    /** Writes orders the view did not have; those that somebody else wrote meanwhile are left. */
    int insert(List<OrderChange> begun) {
        return writes.write(INSERT, begun, NEW);
    }

    /** Moves orders on; those that somebody else moved meanwhile are left. */
    int update(List<OrderChange> moved) {
        return writes.write(UPDATE, moved, CHANGED);
    }
}
