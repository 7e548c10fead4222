package dev.holdfast.orders.store;

import dev.holdfast.contracts.Catalogue;
import dev.holdfast.contracts.orders.OrderEvent;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.courier.message.Trace;
import dev.holdfast.courier.outbox.Outbox;
import dev.holdfast.courier.retry.ConflictFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * All orders.
 *
 * <p><b>Guarantee.</b> Of two writers that decided on the same version of an order, one wins and
 * the other gets a {@link ConflictFailure}: roll back, read again, decide again. The events of a
 * committed change reach Kafka, in the order of their versions.
 *
 * <p><b>Use.</b> Only inside a transaction.
 */
@ApplicationScoped
public class Orders {

    private final EventTable events;
    private final EventJson json;
    private final Outbox outbox;
    private final Event<Recorded> recorded;

    Orders(EventTable events, EventJson json, Outbox outbox, Event<Recorded> recorded) {
        this.events = events;
        this.json = json;
        this.outbox = outbox;
        this.recorded = recorded;
    }

    /** The order as it is now; {@link Loaded#NOTHING} if there is none. */
    public Loaded load(UUID orderId) {
        return OrderEntity.<OrderEntity>findByIdOptional(orderId)
                .map(OrderEntity::loaded)
                .orElse(Loaded.NOTHING);
    }

    /** Those of these orders that exist, as they are now. */
    public Map<UUID, Loaded> load(Collection<UUID> orderIds) {
        return OrderEntity.<OrderEntity>stream("id in ?1", orderIds)
                .collect(Collectors.toMap(entity -> entity.id, OrderEntity::loaded));
    }

    /** Which of these orders exist. */
    public Set<UUID> known(Collection<UUID> orderIds) {
        return OrderEntity.find("select id from OrderEntity where id in ?1", orderIds)
                .project(UUID.class)
                .stream()
                .collect(Collectors.toSet());
    }

    /**
     * Writes what happened to any number of orders: one statement for all events, however many.
     *
     * @param changes one at most for each order
     * @throws ConflictFailure if one of the orders is no longer what was decided on
     * @throws StreamBehind if one of them has never been what was decided on
     */
    public void record(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        events.append(changes.stream().flatMap(change -> rows(change).stream()).toList());
        changes.forEach(Orders::keepState);
        outbox.wakeAfterCommit();
        recorded.fire(new Recorded(changes));
    }

    private List<NewEvent> rows(Change change) {
        var rows = new ArrayList<NewEvent>();
        String trace = Trace.of(change.cause());
        int version = change.before().version();
        for (OrderEvent event : change.events()) {
            rows.add(
                    new NewEvent(
                            event.orderId(),
                            ++version,
                            change.before().version(),
                            MessageIds.next(),
                            Catalogue.typeOf(event).id(),
                            change.cause().correlationId(),
                            change.cause().causationId(),
                            trace,
                            json.write(event)));
        }
        return rows;
    }

    private static void keepState(Change change) {
        if (change.before().version() == 0) {
            OrderEntity.of(change.after(), change.versionAfter()).persist();
        } else {
            OrderEntity entity = OrderEntity.findById(change.orderId());
            entity.become(change.after(), change.versionAfter());
        }
    }
}
