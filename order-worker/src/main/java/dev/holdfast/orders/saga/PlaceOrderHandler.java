package dev.holdfast.orders.saga;

import dev.holdfast.contracts.orders.PlaceOrder;
import dev.holdfast.contracts.orders.RequestedLine;
import dev.holdfast.courier.handler.CommandHandler;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.orders.order.Quote;
import dev.holdfast.orders.stock.Warehouse;
import dev.holdfast.orders.store.Orders;
import io.micrometer.core.annotation.Timed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes orders: prices them, holds their stock, and records what came of it.
 *
 * <p>However many come together, there is one look at which exist, one at the prices, one lock of
 * all their items, and one append. That is what lets an item that every order wants sell at nearly
 * the rate of others: its row is locked once for a batch, not once for an order.
 */
@ApplicationScoped
class PlaceOrderHandler implements CommandHandler<PlaceOrder> {

    private final Orders orders;
    private final Warehouse warehouse;
    private final Saga saga;

    PlaceOrderHandler(Orders orders, Warehouse warehouse, Saga saga) {
        this.orders = orders;
        this.warehouse = warehouse;
        this.saga = saga;
    }

    @Override
    public Class<PlaceOrder> command() {
        return PlaceOrder.class;
    }

    @Override
    @Timed(
            value = "holdfast.order.step",
            extraTags = {"step", "place"})
    public void handle(Received<PlaceOrder> command) {
        place(List.of(command));
    }

    @Override
    @Timed(
            value = "holdfast.order.step",
            extraTags = {"step", "place"})
    public void handleAll(List<Received<PlaceOrder>> commands) {
        place(commands);
    }

    private void place(List<Received<PlaceOrder>> commands) {
        List<Candidate> candidates = quote(unknown(commands));
        var shelf =
                warehouse.lock(
                        skus(
                                candidates.stream()
                                        .filter(Candidate::wantsStock)
                                        .map(Candidate::command)));
        var changes = candidates.stream().map(candidate -> candidate.place(shelf)).toList();
        warehouse.store(shelf);
        saga.record(changes);
    }

    /** The first command for each order that does not exist yet. */
    private List<Received<PlaceOrder>> unknown(List<Received<PlaceOrder>> commands) {
        Set<UUID> known = orders.known(commands.stream().map(c -> c.body().orderId()).toList());
        return commands.stream().filter(c -> known.add(c.body().orderId())).toList();
    }

    private List<Candidate> quote(List<Received<PlaceOrder>> commands) {
        var prices = warehouse.priceList(skus(commands.stream().map(Received::body)));
        return commands.stream()
                .map(
                        command -> {
                            PlaceOrder order = command.body();
                            return new Candidate(
                                    order,
                                    new Quote(prices.price(order.lines(), order.currency())),
                                    Cause.of(command.envelope()));
                        })
                .toList();
    }

    private static Collection<String> skus(Stream<PlaceOrder> commands) {
        return commands.flatMap(command -> command.lines().stream())
                .map(RequestedLine::sku)
                .collect(Collectors.toSet());
    }
}
