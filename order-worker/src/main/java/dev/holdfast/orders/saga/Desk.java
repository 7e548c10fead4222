package dev.holdfast.orders.saga;

import dev.holdfast.courier.handler.Received;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.orders.order.Decision.Granted;
import dev.holdfast.orders.order.Decision.Refused;
import dev.holdfast.orders.order.Refusal;
import dev.holdfast.orders.order.Request;
import dev.holdfast.orders.order.Requests;
import dev.holdfast.orders.refusal.Refusals;
import dev.holdfast.orders.store.Change;
import dev.holdfast.orders.store.Loaded;
import dev.holdfast.orders.store.Orders;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Where people's requests are answered: what they ask for happens, or they are told why not. */
@ApplicationScoped
class Desk {

    private final Orders orders;
    private final Saga saga;
    private final Refusals refusals;

    Desk(Orders orders, Saga saga, Refusals refusals) {
        this.orders = orders;
        this.saga = saga;
        this.refusals = refusals;
    }

    /** Answers a request, in the current transaction. */
    void answer(Received<?> command, UUID orderId, Request request) {
        Loaded order = orders.load(orderId);
        switch (Requests.decide(order.state(), request)) {
            case Granted(var events) ->
                    saga.carryOut(List.of(new Change(order, events, Cause.of(command.envelope()))));
            case Refused(Refusal why) -> refusals.publish(command, why.reason(), why.detail());
        }
    }
}
