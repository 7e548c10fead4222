package dev.holdfast.orders.saga;

import static dev.holdfast.orders.saga.Shop.handle;
import static dev.holdfast.orders.saga.Shop.line;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.contracts.orders.ExpireOrder;
import dev.holdfast.contracts.orders.PlaceOrder;
import dev.holdfast.contracts.orders.RequestedLine;
import dev.holdfast.courier.handler.CommandHandler;
import dev.holdfast.orders.Books;
import dev.holdfast.orders.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Many want the same few items at once, in any order, and some give up again. A deadlock would fail
 * the buyer who met it.
 */
@QuarkusTest
@WithTestResource(Servers.class)
class NeverOversoldTest {

    private static final int BUYERS = 12;
    private static final int BATCHES = 15;
    private static final int PER_BATCH = 8;
    private static final int STOCK = 400;

    @Inject Shop shop;
    @Inject Books books;
    @Inject CommandHandler<ExpireOrder> expiring;

    @Test
    void sellsWhatThereIsAndNoMore() throws Exception {
        List<String> skus = IntStream.range(0, 5).mapToObj(_ -> shop.item(STOCK)).toList();

        buy(skus);

        var held = books.heldByOrders();
        for (String sku : skus) {
            var level = books.level(sku);
            assertEquals(STOCK, level.onHand());
            assertEquals(STOCK, level.available() + level.reserved());
            assertEquals(held.getOrDefault(sku, 0L), level.reserved(), "held for orders");
        }
        assertEquals(
                BUYERS * BATCHES * PER_BATCH, orders(skus), "every order has come to something");
    }

    private void buy(List<String> skus) throws Exception {
        long seed = Long.getLong("holdfast.seed", System.nanoTime());
        List<Callable<Void>> buyers = new ArrayList<>();
        for (int buyer = 0; buyer < BUYERS; buyer++) {
            var random = new Random(seed + buyer);
            buyers.add(
                    () -> {
                        for (int batch = 0; batch < BATCHES; batch++) {
                            buy(skus, random);
                        }
                        return null;
                    });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> buyer : threads.invokeAll(buyers)) {
                buyer.get();
            }
        } catch (Exception e) {
            throw new AssertionError("Again with -Dholdfast.seed=" + seed, e);
        }
    }

    private void buy(List<String> skus, Random random) {
        var orders =
                IntStream.range(0, PER_BATCH)
                        .mapToObj(_ -> Shop.order(lines(skus, random)))
                        .toArray(PlaceOrder[]::new);
        shop.place(orders);
        handle(expiring, new ExpireOrder(orders[random.nextInt(PER_BATCH)].orderId()));
    }

    private static RequestedLine[] lines(List<String> skus, Random random) {
        var shuffled = new ArrayList<>(skus);
        Collections.shuffle(shuffled, random);
        return shuffled.stream()
                .limit(1 + random.nextInt(4))
                .map(sku -> line(sku, 1 + random.nextInt(2)))
                .toArray(RequestedLine[]::new);
    }

    private long orders(List<String> skus) {
        return books.query(
                        """
                        SELECT count(DISTINCT id)
                        FROM order_state, jsonb_array_elements(lines) AS line
                        WHERE status IN ('reserved', 'rejected', 'expired')
                          AND line ->> 'sku' = ANY (string_to_array(?, ','))
                        """,
                        row -> row.getLong(1),
                        String.join(",", skus))
                .getFirst();
    }
}
