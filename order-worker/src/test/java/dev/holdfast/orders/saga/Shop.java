package dev.holdfast.orders.saga;

import dev.holdfast.contracts.Command;
import dev.holdfast.contracts.orders.Customer;
import dev.holdfast.contracts.orders.PlaceOrder;
import dev.holdfast.contracts.orders.RequestedLine;
import dev.holdfast.contracts.stock.DefineItem;
import dev.holdfast.courier.handler.CallingHandler;
import dev.holdfast.courier.handler.CommandHandler;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.orders.Arrival;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Hands commands to their handlers, each batch in a transaction, as the courier does. */
@ApplicationScoped
public class Shop {

    private final PlaceOrderHandler placing;
    private final CommandHandler<DefineItem> defining;

    Shop(PlaceOrderHandler placing, CommandHandler<DefineItem> defining) {
        this.placing = placing;
        this.defining = defining;
    }

    /** A new item at 10.00 EUR, under a name that no other test has. */
    public String item(long stock) {
        String sku = "SKU-" + UUID.randomUUID();
        stock(sku, stock);
        return sku;
    }

    public void stock(String sku, long stock) {
        handle(defining, new DefineItem(sku, "Item", Map.of("EUR", 1000L), stock));
    }

    public static RequestedLine line(String sku, int quantity) {
        return new RequestedLine(sku, quantity);
    }

    public static PlaceOrder order(RequestedLine... lines) {
        return order("pm_card_visa", lines);
    }

    public static PlaceOrder order(String method, RequestedLine... lines) {
        return new PlaceOrder(
                MessageIds.next(),
                "web-1",
                new Customer("c-1", "Ada", "ada@example.org"),
                "EUR",
                List.of(lines),
                method,
                Instant.now());
    }

    /** Places the orders together. */
    public void place(PlaceOrder... commands) {
        place(Arrays.stream(commands).map(Arrival::of).toList());
    }

    public void place(List<Received<PlaceOrder>> commands) {
        QuarkusTransaction.requiringNew().run(() -> placing.handleAll(commands));
    }

    public static <C extends Command> void handle(CommandHandler<C> handler, C command) {
        QuarkusTransaction.requiringNew().run(() -> handler.handle(Arrival.of(command)));
    }

    /** All three steps of a handler that calls a third party. */
    public static <C extends Command, P, R> void handle(
            CallingHandler<C, P, R> handler, C command) {
        var arrived = Arrival.of(command);
        P prepared = QuarkusTransaction.requiringNew().call(() -> handler.prepare(arrived));
        if (prepared != null) {
            R result = handler.call(arrived, prepared);
            QuarkusTransaction.requiringNew().run(() -> handler.settle(arrived, prepared, result));
        }
    }
}
