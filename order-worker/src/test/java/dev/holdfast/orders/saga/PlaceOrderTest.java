package dev.holdfast.orders.saga;

import static dev.holdfast.orders.saga.Shop.line;
import static dev.holdfast.orders.saga.Shop.order;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.contracts.orders.PlaceOrder;
import dev.holdfast.courier.retry.PermanentFailure;
import dev.holdfast.orders.Books;
import dev.holdfast.orders.Books.Level;
import dev.holdfast.orders.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Servers.class)
class PlaceOrderTest {

    @Inject Shop shop;
    @Inject Books books;

    @Test
    void holdsTheStockAndAsksForThePayment() {
        String sku = shop.item(10);
        var order = order(line(sku, 3));

        shop.place(order);

        assertEquals(List.of("OrderPlaced", "StockReserved"), books.events(order.orderId()));
        assertEquals("reserved", books.status(order.orderId()));
        assertEquals(new Level(10, 7, 3, 3), books.level(sku));
        assertEquals(List.of("AuthorizePayment"), books.sentNames(order.key()));
        assertEquals(List.of("SetTimer"), books.sentNames("payment:" + order.orderId()));
    }

    @Test
    void firesTheExpiryOfThisOrder() {
        var order = order(line(shop.item(1), 1));

        shop.place(order);

        String timer = books.sent("payment:" + order.orderId()).getFirst().body();
        assertTrue(timer.contains("holdfast.orders.ExpireOrder.v1"), timer);
        assertTrue(timer.contains("{\\\"orderId\\\":\\\"" + order.orderId() + "\\\"}"), timer);
    }

    @Test
    void changesNothingForAnIdThatExists() {
        String sku = shop.item(10);
        var order = order(line(sku, 1));

        shop.place(order, order);
        shop.place(order);

        assertEquals(2, books.events(order.orderId()).size());
        assertEquals(1, books.level(sku).reserved());
        assertEquals(List.of("AuthorizePayment"), books.sentNames(order.key()));
    }

    @Test
    void servesInTheOrderOfArrivalAndTellsOfTheStockOnce() {
        String sku = shop.item(5);
        var orders = IntStream.range(0, 8).mapToObj(_ -> order(line(sku, 2))).toList();

        shop.place(orders.toArray(PlaceOrder[]::new));

        assertEquals(
                List.of("reserved", "reserved", "rejected", "rejected"),
                orders.stream().limit(4).map(order -> books.status(order.orderId())).toList());
        assertEquals(new Level(5, 1, 4, 3), books.level(sku));
        assertEquals(List.of("ItemDefined", "StockChanged", "StockChanged"), books.sentNames(sku));
    }

    @Test
    void holdsAllLinesOrNone() {
        String plenty = shop.item(10);
        String scarce = shop.item(1);
        var order = order(line(plenty, 1), line(scarce, 1), line(scarce, 1));

        shop.place(order);

        assertEquals(List.of("OrderPlaced", "OrderRejected"), books.events(order.orderId()));
        assertEquals(0, books.level(plenty).reserved());
        assertEquals(0, books.level(scarce).reserved());
        assertEquals(List.of(), books.sentNames(order.key()));
    }

    @Test
    void rejectsWhatTheCatalogueDoesNotHave() {
        var unknown = order(line("SKU-nowhere", 1));
        var absurd = order(line(shop.item(1), Integer.MAX_VALUE));

        shop.place(unknown, absurd);

        assertEquals("rejected", books.status(unknown.orderId()));
        assertEquals("rejected", books.status(absurd.orderId()));
    }

    @Test
    void refusesAQuantityThatWouldGiveStockBack() {
        String sku = shop.item(5);

        assertThrows(PermanentFailure.class, () -> shop.place(order(line(sku, -1))));

        assertEquals(new Level(5, 5, 0, 2), books.level(sku));
    }
}
