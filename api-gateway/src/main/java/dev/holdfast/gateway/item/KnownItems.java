package dev.holdfast.gateway.item;

import dev.holdfast.gateway.projection.StoreFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;

/** Which items there are. */
@ApplicationScoped
public class KnownItems {

    private static final String KNOWN =
            "SELECT sku FROM item_view WHERE sku = ANY (?) AND definition_version > 0";

    private final DataSource database;

    KnownItems(DataSource database) {
        this.database = database;
    }

    /** Those of these SKUs that are not in the catalogue, as far as the gateway knows. */
    public Set<String> unknown(Collection<String> skus) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(KNOWN)) {
            select.setArray(1, connection.createArrayOf("text", skus.toArray()));
            var unknown = new HashSet<>(skus);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    unknown.remove(row.getString("sku"));
                }
            }
            return unknown;
        } catch (SQLException e) {
            throw new StoreFailure("The catalogue could not be asked.", e);
        }
    }
}
