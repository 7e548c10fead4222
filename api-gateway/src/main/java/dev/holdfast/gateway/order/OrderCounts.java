package dev.holdfast.gateway.order;

import dev.holdfast.gateway.projection.Column;
import dev.holdfast.gateway.projection.SetBased;
import dev.holdfast.gateway.projection.StoreFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/** The table {@code order_count}: how many orders stand where, without counting them. */
@ApplicationScoped
public class OrderCounts {

    private static final int SHARDS = 8;

    private static final String ADD =
            """
            INSERT INTO order_count AS c (status, shard, orders)
            SELECT * FROM unnest(?::text[], ?::integer[], ?::bigint[]) AS moved (status)
            ORDER BY status
            ON CONFLICT (status, shard) DO UPDATE SET orders = c.orders + excluded.orders
            """;

    private static final String READ =
            "SELECT status, sum(orders) AS orders FROM order_count GROUP BY status";

    private final DataSource database;
    private final SetBased writes;

    OrderCounts(DataSource database, SetBased writes) {
        this.database = database;
        this.writes = writes;
    }

    /** Counts the orders where they went, and no longer where they were. */
    void move(List<OrderChange> changes) {
        var moved = new EnumMap<OrderStatus, Long>(OrderStatus.class);
        for (OrderChange change : changes) {
            moved.merge(change.status(), 1L, Long::sum);
            if (change.known() != null) {
                moved.merge(change.known().status(), -1L, Long::sum);
            }
        }
        moved.values().removeIf(n -> n == 0);
        int shard = ThreadLocalRandom.current().nextInt(SHARDS);
        writes.write(
                ADD,
                List.copyOf(moved.entrySet()),
                List.of(
                        Column.text(entry -> entry.getKey().label()),
                        Column.integer(entry -> shard),
                        Column.bigint(Map.Entry::getValue)));
    }

    /** How many orders stand where; a status that none has is counted as 0. */
    public Map<OrderStatus, Long> read() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(READ);
                ResultSet row = select.executeQuery()) {
            var counts = new EnumMap<OrderStatus, Long>(OrderStatus.class);
            while (row.next()) {
                counts.put(OrderStatus.of(row.getString("status")), row.getLong("orders"));
            }
            return counts;
        } catch (SQLException e) {
            throw new StoreFailure("The counts of orders could not be read.", e);
        }
    }
}
