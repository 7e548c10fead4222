package dev.holdfast.auditor.reading;

import dev.holdfast.auditor.evidence.Acceptance;
import dev.holdfast.auditor.evidence.ItemView;
import dev.holdfast.auditor.evidence.OrderView;
import java.util.List;
import java.util.UUID;

/** What the gateway has promised, and what it shows. */
final class GatewaySchema {

    private static final String ACCEPTANCES =
            """
            SELECT command_id, type, subject, accepted_at, status
            FROM gateway.ledger LEFT JOIN gateway.command_outcome USING (command_id) ORDER BY command_id
            """;

    private static final String ORDERS =
            "SELECT id, version, status FROM gateway.order_view ORDER BY id";

    private static final String ITEMS =
            """
            SELECT sku, on_hand, reserved, greatest(definition_version, stock_version)
            FROM gateway.item_view ORDER BY sku
            """;

    private final Database database;

    GatewaySchema(Database database) {
        this.database = database;
    }

    List<Acceptance> acceptances() {
        return database.all(
                ACCEPTANCES,
                row ->
                        new Acceptance(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                Database.instant(row, 4),
                                row.getString(5)));
    }

    List<OrderView> orders() {
        return database.all(
                ORDERS,
                row ->
                        new OrderView(
                                row.getObject(1, UUID.class), row.getLong(2), row.getString(3)));
    }

    List<ItemView> items() {
        return database.all(
                ITEMS,
                row ->
                        new ItemView(
                                row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)));
    }
}
