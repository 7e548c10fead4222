package dev.holdfast.orders.saga;

import dev.holdfast.contracts.orders.PlaceOrder;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.orders.order.Decider;
import dev.holdfast.orders.order.Instruction.Place;
import dev.holdfast.orders.order.Quote;
import dev.holdfast.orders.order.Reservation;
import dev.holdfast.orders.stock.Shelf;
import dev.holdfast.orders.store.Change;
import dev.holdfast.orders.store.Loaded;

/** An order about to be placed. */
record Candidate(PlaceOrder command, Quote quote, Cause cause) {

    /** Whether the stock is to be asked for it. */
    boolean wantsStock() {
        return quote.refusal().isEmpty();
    }

    Change place(Shelf shelf) {
        var place = new Place(command, quote, reserve(shelf));
        return new Change(Loaded.NOTHING, Decider.decide(Loaded.NOTHING.state(), place), cause);
    }

    private Reservation reserve(Shelf shelf) {
        if (!wantsStock()) {
            return new Reservation.NotTried();
        }
        return shelf.reserve(command.lines(), cause)
                .<Reservation>map(Reservation.Short::new)
                .orElseGet(Reservation.Held::new);
    }
}
