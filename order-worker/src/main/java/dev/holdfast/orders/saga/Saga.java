package dev.holdfast.orders.saga;

import dev.holdfast.contracts.orders.RequestedLine;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.courier.outbox.Outbox;
import dev.holdfast.orders.order.Decider;
import dev.holdfast.orders.order.Instruction;
import dev.holdfast.orders.order.OrderState.Known;
import dev.holdfast.orders.stock.Warehouse;
import dev.holdfast.orders.store.Change;
import dev.holdfast.orders.store.Loaded;
import dev.holdfast.orders.store.Orders;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Takes orders one step further: what happened, what it frees, and what comes next. */
@ApplicationScoped
class Saga {

    private final Orders orders;
    private final Warehouse warehouse;
    private final NextSteps next;
    private final Outbox outbox;

    Saga(Orders orders, Warehouse warehouse, NextSteps next, Outbox outbox) {
        this.orders = orders;
        this.warehouse = warehouse;
        this.next = next;
        this.outbox = outbox;
    }

    /**
     * Carries out one instruction, in the current transaction; does nothing if it has no place in
     * the life of this order.
     */
    void advance(Loaded order, Instruction instruction, Cause cause) {
        var events = Decider.decide(order.state(), instruction);
        if (events.isEmpty()) {
            return;
        }
        var change = new Change(order, events, cause);
        // Items are always locked before orders are written, whatever the step.
        if (order.state() instanceof Known known && freesStock(change)) {
            free(known.order().wanted(), cause);
        }
        record(List.of(change));
    }

    /** Records what was decided, in the current transaction, and sends what follows from it. */
    void record(List<Change> changes) {
        orders.record(changes);
        for (Change change : changes) {
            change.events().stream()
                    .flatMap(event -> next.after(event).stream())
                    .forEach(command -> outbox.send(command, change.cause()));
        }
    }

    private static boolean freesStock(Change change) {
        return change.before().state().holdsStock() && !change.after().holdsStock();
    }

    private void free(List<RequestedLine> lines, Cause cause) {
        var shelf = warehouse.lock(lines.stream().map(RequestedLine::sku).toList());
        shelf.release(lines, cause);
        warehouse.store(shelf);
    }
}
