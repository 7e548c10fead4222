package dev.holdfast.orders.saga;

import dev.holdfast.contracts.orders.RequestedLine;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.orders.store.Change;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a change of an order does to the stock.
 *
 * @param shipped what leaves the house; it was held
 * @param freed what is no longer held, and stays
 */
record StockMoves(List<RequestedLine> shipped, List<RequestedLine> freed, Cause cause) {

    static StockMoves of(Change change) {
        var before = change.before().state();
        var after = change.after();
        var shipped = minus(after.gone(), before.gone());
        var freed = minus(minus(before.held(), after.held()), shipped);
        return new StockMoves(shipped, freed, change.cause());
    }

    boolean any() {
        return !shipped.isEmpty() || !freed.isEmpty();
    }

    Stream<String> skus() {
        return Stream.concat(shipped.stream(), freed.stream()).map(RequestedLine::sku);
    }

    private static List<RequestedLine> minus(
            List<RequestedLine> lines, List<RequestedLine> others) {
        Map<String, Integer> less = new HashMap<>();
        others.forEach(line -> less.merge(line.sku(), line.quantity(), Integer::sum));
        return lines.stream()
                .map(
                        line ->
                                new RequestedLine(
                                        line.sku(),
                                        line.quantity() - less.getOrDefault(line.sku(), 0)))
                .filter(line -> line.quantity() > 0)
                .toList();
    }
}
