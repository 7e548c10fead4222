package dev.holdfast.orders.stock;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The SQL of the table {@code item}. */
@ApplicationScoped
class ItemTable {

    /** The one way to lock items: all that a transaction needs at once, always in this order. */
    private static final String LOCK =
            """
            SELECT sku, on_hand, reserved, version FROM item
            WHERE sku = ANY (?)
            ORDER BY sku
            FOR NO KEY UPDATE
            """;

    private static final String UPDATE =
            """
            UPDATE item SET on_hand = n.on_hand, reserved = n.reserved, version = n.version
            FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[]) AS n(sku, on_hand, reserved, version)
            WHERE item.sku = n.sku
            """;

    private static final String CREATE =
            """
            INSERT INTO item (sku, name, on_hand, reserved, version)
            SELECT sku, name, 0, 0, 0 FROM unnest(?::text[], ?::text[]) AS n(sku, name)
            ORDER BY sku
            ON CONFLICT (sku) DO NOTHING
            """;

    private static final String RENAME =
            """
            UPDATE item SET name = ? WHERE sku = ? AND name <> ?
            """;

    private final DataSource database;

    ItemTable(DataSource database) {
        this.database = database;
    }

    /** Locks the items until the transaction ends; those that do not exist are left out. */
    List<StockLevel> lock(Collection<String> skus) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(LOCK)) {
            select.setArray(1, connection.createArrayOf("text", skus.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                List<StockLevel> levels = new ArrayList<>();
                while (rows.next()) {
                    levels.add(
                            new StockLevel(
                                    rows.getString("sku"),
                                    rows.getLong("on_hand"),
                                    rows.getLong("reserved"),
                                    rows.getLong("version")));
                }
                return levels;
            }
        } catch (SQLException e) {
            throw new StockFailure("The items could not be locked.", e);
        }
    }

    /** Writes the levels of items that this transaction has locked. */
    void update(Collection<StockLevel> levels) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(UPDATE)) {
            update.setArray(1, array(connection, "text", levels.stream().map(StockLevel::sku)));
            update.setArray(
                    2, array(connection, "bigint", levels.stream().map(StockLevel::onHand)));
            update.setArray(
                    3, array(connection, "bigint", levels.stream().map(StockLevel::reserved)));
            update.setArray(
                    4, array(connection, "bigint", levels.stream().map(StockLevel::version)));
            update.executeUpdate();
        } catch (SQLException e) {
            throw new StockFailure("The stock could not be written.", e);
        }
    }

    /** Makes the items that do not exist yet, with nothing on hand. */
    void create(Map<String, String> names) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(CREATE)) {
            insert.setArray(1, array(connection, "text", names.keySet().stream()));
            insert.setArray(2, array(connection, "text", names.values().stream()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new StockFailure("The items could not be made.", e);
        }
    }

    /** Names an item that this transaction has locked. */
    void rename(String sku, String name) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(RENAME)) {
            update.setString(1, name);
            update.setString(2, sku);
            update.setString(3, name);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new StockFailure("%s could not be named.".formatted(sku), e);
        }
    }

    private static Array array(Connection connection, String type, Stream<?> values)
            throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }
}
