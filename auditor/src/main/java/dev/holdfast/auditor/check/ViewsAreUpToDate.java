package dev.holdfast.auditor.check;

import static dev.holdfast.auditor.check.Finding.Kind.LOST;
import static java.util.stream.Collectors.toMap;

import dev.holdfast.auditor.evidence.Evidence;
import dev.holdfast.auditor.evidence.Item;
import dev.holdfast.auditor.evidence.ItemView;
import dev.holdfast.auditor.evidence.Message;
import dev.holdfast.auditor.evidence.Order;
import dev.holdfast.auditor.evidence.OrderView;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the API shows is the last version of what it shows. */
final class ViewsAreUpToDate implements Check {

    @Override
    public Stream<Finding> findings(Evidence evidence) {
        Map<String, Instant> changed =
                evidence.messages().stream()
                        .filter(message -> !message.isCommand())
                        .collect(
                                toMap(
                                        Message::key,
                                        Message::writtenAt,
                                        (one, other) -> one.isAfter(other) ? one : other));
        return Stream.concat(orders(evidence, changed), items(evidence, changed));
    }

    private static Stream<Finding> orders(Evidence evidence, Map<String, Instant> changed) {
        Map<UUID, OrderView> views =
                evidence.orderViews().stream().collect(toMap(OrderView::id, Function.identity()));
        return evidence.orders().stream()
                .filter(order -> settled(evidence, changed, order.id().toString()))
                .flatMap(order -> finding(order, views.get(order.id())));
    }

    private static Stream<Finding> finding(Order order, OrderView view) {
        String subject = "order " + order.id();
        if (view == null) {
            return Stream.of(new Finding(LOST, subject, "The API does not show it."));
        }
        return view.version() == order.version() && view.status().equals(order.status())
                ? Stream.empty()
                : Stream.of(
                        new Finding(
                                LOST,
                                subject,
                                "It is '%s' at version %d; the API shows '%s' at version %d."
                                        .formatted(
                                                order.status(),
                                                order.version(),
                                                view.status(),
                                                view.version())));
    }

    private static Stream<Finding> items(Evidence evidence, Map<String, Instant> changed) {
        Map<String, ItemView> views =
                evidence.itemViews().stream().collect(toMap(ItemView::sku, Function.identity()));
        return evidence.items().stream()
                .filter(item -> settled(evidence, changed, item.sku()))
                .flatMap(item -> finding(item, views.get(item.sku())));
    }

    private static Stream<Finding> finding(Item item, ItemView view) {
        String subject = "item " + item.sku();
        if (view == null) {
            return Stream.of(new Finding(LOST, subject, "The API does not show it."));
        }
        boolean same =
                view.version() == item.version()
                        && view.onHand() == item.onHand()
                        && view.reserved() == item.reserved();
        return same
                ? Stream.empty()
                : Stream.of(
                        new Finding(
                                LOST,
                                subject,
                                "%d on hand and %d reserved at version %d; the API shows %d, %d and %d."
                                        .formatted(
                                                item.onHand(),
                                                item.reserved(),
                                                item.version(),
                                                view.onHand(),
                                                view.reserved(),
                                                view.version())));
    }

    private static boolean settled(Evidence evidence, Map<String, Instant> changed, String key) {
        return evidence.settled(changed.getOrDefault(key, Instant.MIN));
    }
}
