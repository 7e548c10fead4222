package dev.holdfast.orders.store;

import dev.holdfast.courier.outbox.Broker;
import dev.holdfast.courier.relay.Feed;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Lets the courier relay the events of orders straight from their table. */
final class OrdersFeed {

    private OrdersFeed() {}

    @Produces
    @Singleton
    static Feed orders() {
        return new Feed("orders", "feed_orders", Broker.KAFKA);
    }
}
