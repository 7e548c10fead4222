package dev.holdfast.gateway.order;

import dev.holdfast.contracts.Event;
import dev.holdfast.contracts.orders.OrderEvent;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.courier.retry.ConflictFailure;
import dev.holdfast.gateway.projection.View;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Keeps the orders of the view, and their counts, up to their events. */
@ApplicationScoped
class OrderProjection implements View {

    private final OrderViewTable orders;
    private final OrderLineTable lines;
    private final OrderCounts counts;
    private final jakarta.enterprise.event.Event<OrdersChanged> changed;

    OrderProjection(
            OrderViewTable orders,
            OrderLineTable lines,
            OrderCounts counts,
            jakarta.enterprise.event.Event<OrdersChanged> changed) {
        this.orders = orders;
        this.lines = lines;
        this.counts = counts;
        this.changed = changed;
    }

    @Override
    public void project(List<Received<Event>> events) {
        var ours = events.stream().filter(e -> e.body() instanceof OrderEvent).toList();
        if (ours.isEmpty()) {
            return;
        }
        var changes = fold(ours).values().stream().filter(c -> !c.changesNothing()).toList();
        write(changes);
        counts.move(changes);
        changed.fire(
                new OrdersChanged(
                        changes.stream().map(OrderChange::id).collect(Collectors.toSet())));
    }

    private Map<UUID, OrderChange> fold(List<Received<Event>> events) {
        var ids = events.stream().map(e -> ((OrderEvent) e.body()).orderId()).distinct().toList();
        var known = orders.known(ids);
        var changes = new LinkedHashMap<UUID, OrderChange>();
        ids.forEach(id -> changes.put(id, OrderChange.from(id, known.get(id))));
        for (Received<Event> event : events) {
            var body = (OrderEvent) event.body();
            var envelope = event.envelope();
            changes.compute(
                    body.orderId(),
                    (id, change) -> change.then(body, envelope.sequence(), envelope.time()));
        }
        return changes;
    }

    /** All or nothing: the counts rest on what was known before. */
    private void write(List<OrderChange> changes) {
        var byNovelty = changes.stream().collect(Collectors.partitioningBy(OrderChange::isNew));
        int written = orders.insert(byNovelty.get(true)) + orders.update(byNovelty.get(false));
        if (written != changes.size()) {
            throw new ConflictFailure("Another consumer moved the same orders meanwhile.");
        }
        lines.insert(byNovelty.get(true));
    }
}
