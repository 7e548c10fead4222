package dev.holdfast.gateway.item;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.contracts.Event;
import dev.holdfast.contracts.stock.ItemDefined;
import dev.holdfast.contracts.stock.StockChanged;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.gateway.projection.Column;
import dev.holdfast.gateway.projection.SetBased;
import dev.holdfast.gateway.projection.View;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.TreeMap;

/** Keeps the catalogue of the view up to its events. */
@ApplicationScoped
class ItemProjection implements View {

    private static final String UPSERT =
            """
            INSERT INTO item_view AS v (sku, name, prices, definition_version, on_hand, reserved, stock_version, updated_at)
            SELECT sku, name, prices::jsonb, definition_version, coalesce(on_hand, 0), coalesce(reserved, 0),
                   stock_version, updated_at
            FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::timestamptz[])
                 AS e (sku, name, prices, definition_version, on_hand, reserved, stock_version, updated_at)
            ON CONFLICT (sku) DO UPDATE
            SET name = CASE WHEN excluded.definition_version > v.definition_version THEN excluded.name ELSE v.name END,
                prices = CASE WHEN excluded.definition_version > v.definition_version THEN excluded.prices ELSE v.prices END,
                definition_version = greatest(excluded.definition_version, v.definition_version),
                on_hand = CASE WHEN excluded.stock_version > v.stock_version THEN excluded.on_hand ELSE v.on_hand END,
                reserved = CASE WHEN excluded.stock_version > v.stock_version THEN excluded.reserved ELSE v.reserved END,
                stock_version = greatest(excluded.stock_version, v.stock_version),
                updated_at = greatest(excluded.updated_at, v.updated_at)
            WHERE excluded.definition_version > v.definition_version OR excluded.stock_version > v.stock_version
            """;

    private final SetBased database;
    private final List<Column<ItemChange>> columns;

    ItemProjection(SetBased database, ObjectMapper json) {
        this.database = database;
        this.columns = columns(json);
    }

    @Override
    public void project(List<Received<Event>> events) {
        var changes = new TreeMap<String, ItemChange>();
        for (Received<Event> event : events) {
            var version = event.envelope().sequence();
            var at = event.envelope().time();
            switch (event.body()) {
                case ItemDefined told ->
                        changes.compute(
                                told.sku(),
                                (sku, change) -> begun(sku, change).then(told, version, at));
                case StockChanged told ->
                        changes.compute(
                                told.sku(),
                                (sku, change) -> begun(sku, change).then(told, version, at));
                default -> {}
            }
        }
        database.write(UPSERT, List.copyOf(changes.values()), columns);
    }

    private static ItemChange begun(String sku, ItemChange change) {
        return change == null ? ItemChange.of(sku) : change;
    }

    private static List<Column<ItemChange>> columns(ObjectMapper json) {
        return List.of(
                Column.text(ItemChange::sku),
                Column.text(change -> change.defined() == null ? null : change.defined().name()),
                Column.text(
                        change -> change.defined() == null ? null : prices(json, change.defined())),
                Column.bigint(ItemChange::definitionVersion),
                Column.bigint(change -> change.stock() == null ? null : change.stock().onHand()),
                Column.bigint(change -> change.stock() == null ? null : change.stock().reserved()),
                Column.bigint(ItemChange::stockVersion),
                Column.instant(ItemChange::updatedAt));
    }

    private static String prices(ObjectMapper json, ItemDefined defined) {
        try {
            return json.writeValueAsString(defined.prices());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Prices cannot be written as JSON.", e);
        }
    }
}
