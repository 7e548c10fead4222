package dev.holdfast.gateway.order;

import dev.holdfast.contracts.orders.PricedLine;
import dev.holdfast.gateway.projection.Column;
import dev.holdfast.gateway.projection.SetBased;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The SQL that writes the table {@code order_line}. */
@ApplicationScoped
class OrderLineTable {

    private static final String INSERT =
            """
            INSERT INTO order_line (order_id, line, sku, name, quantity, unit_price)
            SELECT * FROM unnest(?::uuid[], ?::integer[], ?::text[], ?::text[], ?::integer[], ?::bigint[])
            """;

    private static final List<Column<Line>> COLUMNS =
            List.of(
                    Column.uuid(Line::order),
                    Column.integer(Line::place),
                    Column.text(line -> line.priced().sku()),
                    Column.text(line -> line.priced().name()),
                    Column.integer(line -> line.priced().quantity()),
                    Column.bigint(line -> line.priced().unitPrice()));

    private final SetBased writes;

    OrderLineTable(SetBased writes) {
        this.writes = writes;
    }

    /** Writes the lines of orders that the view did not have. */
    void insert(List<OrderChange> begun) {
        writes.write(INSERT, begun.stream().flatMap(Line::of).toList(), COLUMNS);
    }

    private record Line(UUID order, int place, PricedLine priced) {

        private static Stream<Line> of(OrderChange begun) {
            var lines = begun.placed().lines();
            return IntStream.range(0, lines.size())
                    .mapToObj(i -> new Line(begun.id(), i + 1, lines.get(i)));
        }
    }
}
