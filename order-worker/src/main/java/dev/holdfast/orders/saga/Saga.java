package dev.holdfast.orders.saga;

import dev.holdfast.courier.message.Cause;
import dev.holdfast.courier.outbox.Outbox;
import dev.holdfast.orders.order.Decider;
import dev.holdfast.orders.order.Instruction;
import dev.holdfast.orders.stock.Warehouse;
import dev.holdfast.orders.store.Change;
import dev.holdfast.orders.store.Loaded;
import dev.holdfast.orders.store.Orders;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

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

    /** An instruction for an order as it was read. */
    record Step(Loaded order, Instruction instruction, Cause cause) {

        /** What happens; empty if the instruction has no place in the life of this order. */
        private Optional<Change> change() {
            var events = Decider.decide(order.state(), instruction);
            return events.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Change(order, events, cause));
        }
    }

    /** Carries out one instruction, in the current transaction. */
    void advance(Loaded order, Instruction instruction, Cause cause) {
        advance(List.of(new Step(order, instruction, cause)));
    }

    /**
     * Carries out instructions for any number of orders, one at most for each, in the current
     * transaction.
     */
    void advance(List<Step> steps) {
        carryOut(steps.stream().flatMap(step -> step.change().stream()).toList());
    }

    /**
     * Has this happen, in the current transaction. Items are always locked before orders are
     * written, and all of them at once.
     */
    void carryOut(List<Change> changes) {
        moveStock(changes.stream().map(StockMoves::of).filter(StockMoves::any).toList());
        record(changes);
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

    private void moveStock(List<StockMoves> moves) {
        var shelf = warehouse.lock(moves.stream().flatMap(StockMoves::skus).distinct().toList());
        for (StockMoves move : moves) {
            shelf.ship(move.shipped(), move.cause());
            shelf.release(move.freed(), move.cause());
        }
        warehouse.store(shelf);
    }
}
