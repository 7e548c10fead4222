package dev.holdfast.orders.order;

import dev.holdfast.contracts.orders.RequestedLine;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much of each item of an order has left, and how much never will.
 *
 * @param sent by SKU
 * @param canceled by SKU
 */
public record Parcels(Map<String, Integer> sent, Map<String, Integer> canceled) {

    static final Parcels NONE = new Parcels(Map.of(), Map.of());

    public Parcels {
        sent = Map.copyOf(sent);
        canceled = Map.copyOf(canceled);
    }

    Parcels sending(List<RequestedLine> lines) {
        return new Parcels(plus(sent, lines), canceled);
    }

    Parcels canceling(List<RequestedLine> lines) {
        return new Parcels(sent, plus(canceled, lines));
    }

    /** What of the order has neither left nor been canceled. */
    List<RequestedLine> open(Order order) {
        return order.wanted().stream()
                .map(line -> new RequestedLine(line.sku(), line.quantity() - closed(line.sku())))
                .filter(line -> line.quantity() > 0)
                .toList();
    }

    List<RequestedLine> sentLines() {
        return sent.entrySet().stream()
                .map(line -> new RequestedLine(line.getKey(), line.getValue()))
                .toList();
    }

    List<RequestedLine> canceledLines() {
        return canceled.entrySet().stream()
                .map(line -> new RequestedLine(line.getKey(), line.getValue()))
                .toList();
    }

    private int closed(String sku) {
        return sent.getOrDefault(sku, 0) + canceled.getOrDefault(sku, 0);
    }

    private static Map<String, Integer> plus(Map<String, Integer> known, List<RequestedLine> more) {
        var sum = new TreeMap<>(known);
        more.forEach(line -> sum.merge(line.sku(), line.quantity(), Integer::sum));
        return sum;
    }
}
