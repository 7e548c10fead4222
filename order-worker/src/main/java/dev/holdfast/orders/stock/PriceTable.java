package dev.holdfast.orders.stock;

import dev.holdfast.orders.stock.PriceList.Offer;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** The SQL of the table {@code item_price}. */
@ApplicationScoped
class PriceTable {

    private static final String READ =
            """
            SELECT sku, name, currency, amount
            FROM item LEFT JOIN item_price USING (sku)
            WHERE sku = ANY (?)
            """;

    private static final String CLEAR = "DELETE FROM item_price WHERE sku = ?";

    private static final String WRITE =
            """
            INSERT INTO item_price (sku, currency, amount)
            SELECT ?, currency, amount FROM unnest(?::text[], ?::bigint[]) AS p(currency, amount)
            """;

    private final DataSource database;

    PriceTable(DataSource database) {
        this.database = database;
    }

    /** Names and prices of the items that exist. */
    PriceList read(Collection<String> skus) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(READ)) {
            select.setArray(1, connection.createArrayOf("text", skus.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                Map<String, Offer> offers = new HashMap<>();
                while (rows.next()) {
                    String name = rows.getString("name");
                    var offer =
                            offers.computeIfAbsent(
                                    rows.getString("sku"), _ -> new Offer(name, new HashMap<>()));
                    if (rows.getString("currency") != null) {
                        offer.prices().put(rows.getString("currency"), rows.getLong("amount"));
                    }
                }
                return new PriceList(offers);
            }
        } catch (SQLException e) {
            throw new StockFailure("The prices could not be read.", e);
        }
    }

    /** Replaces the prices of an item that this transaction has locked. */
    void replace(String sku, Map<String, Long> prices) {
        try (Connection connection = database.getConnection();
                PreparedStatement clear = connection.prepareStatement(CLEAR);
                PreparedStatement write = connection.prepareStatement(WRITE)) {
            clear.setString(1, sku);
            clear.executeUpdate();
            write.setString(1, sku);
            write.setArray(2, connection.createArrayOf("text", prices.keySet().toArray()));
            write.setArray(3, connection.createArrayOf("bigint", prices.values().toArray()));
            write.executeUpdate();
        } catch (SQLException e) {
            throw new StockFailure("The prices of %s could not be written.".formatted(sku), e);
        }
    }
}
