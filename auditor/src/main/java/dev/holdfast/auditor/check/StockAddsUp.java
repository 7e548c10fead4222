package dev.holdfast.auditor.check;

import static dev.holdfast.auditor.check.Finding.Kind.UNBALANCED;
import static java.util.stream.Collectors.toSet;

import dev.holdfast.auditor.evidence.Evidence;
import dev.holdfast.auditor.evidence.Item;
import dev.holdfast.auditor.evidence.Order;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is on hand is the sum of its movements, what is reserved is what open and confirmed orders
 * hold, and the rest is available. True at any moment: one schema, one snapshot. Items of which a
 * part has been shipped are left out of the second.
 */
final class StockAddsUp implements Check {

    @Override
    public Stream<Finding> findings(Evidence evidence) {
        Map<String, Long> held = new HashMap<>();
        evidence.orders().stream()
                .filter(Order::holdsStock)
                .flatMap(order -> order.quantities().entrySet().stream())
                .forEach(line -> held.merge(line.getKey(), line.getValue(), Long::sum));
        Set<String> inBetween =
                evidence.orders().stream()
                        .filter(order -> !order.isWhole())
                        .flatMap(order -> order.quantities().keySet().stream())
                        .collect(toSet());
        return evidence.items().stream()
                .flatMap(
                        item ->
                                findings(
                                        item,
                                        inBetween.contains(item.sku())
                                                ? item.reserved()
                                                : held.getOrDefault(item.sku(), 0L)));
    }

    private static Stream<Finding> findings(Item item, long held) {
        return Stream.of(
                        differs(
                                item.moved(),
                                item.onHand(),
                                item,
                                "%d came in and went out, but %d are on hand."),
                        differs(
                                held,
                                item.reserved(),
                                item,
                                "Orders hold %d, but %d are reserved."),
                        differs(
                                item.onHand() - item.reserved(),
                                item.available(),
                                item,
                                "%d are on hand and not reserved, but %d are available."))
                .flatMap(finding -> finding);
    }

    private static Stream<Finding> differs(long should, long is, Item item, String sentence) {
        return should == is
                ? Stream.empty()
                : Stream.of(
                        new Finding(
                                UNBALANCED, "item " + item.sku(), sentence.formatted(should, is)));
    }
}
