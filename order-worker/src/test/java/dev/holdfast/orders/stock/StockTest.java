package dev.holdfast.orders.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.contracts.Command;
import dev.holdfast.contracts.orders.RequestedLine;
import dev.holdfast.contracts.stock.AdjustStock;
import dev.holdfast.contracts.stock.DefineItem;
import dev.holdfast.courier.handler.CommandHandler;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.orders.Arrival;
import dev.holdfast.orders.Books;
import dev.holdfast.orders.Books.Level;
import dev.holdfast.orders.Books.Message;
import dev.holdfast.orders.Servers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Servers.class)
class StockTest {

    @Inject CommandHandler<DefineItem> defining;
    @Inject CommandHandler<AdjustStock> adjusting;
    @Inject Warehouse warehouse;
    @Inject Books books;

    private String sku;

    @BeforeEach
    void another() {
        sku = "TEA-" + UUID.randomUUID();
    }

    @Test
    void putsAnItemIntoTheCatalogue() {
        handle(defining, define(100L));

        assertEquals(new Level(100, 100, 0, 2), books.level(sku));
        assertEquals(
                List.of(
                        new Message(
                                "ItemDefined",
                                1L,
                                "{\"sku\":\"%s\",\"name\":\"Tea\",\"prices\":{\"EUR\":1290}}"
                                        .formatted(sku)),
                        new Message(
                                "StockChanged",
                                2L,
                                "{\"sku\":\"%s\",\"onHand\":100,\"reserved\":0,\"cause\":\"counted\"}"
                                        .formatted(sku))),
                books.sent(sku));
    }

    @Test
    void changesAnItemAndLeavesItsStock() {
        handle(defining, define(100L));

        handle(defining, new DefineItem(sku, "Green tea", Map.of("USD", 1490L), null));

        assertEquals(new Level(100, 100, 0, 3), books.level(sku));
        var offer = warehouse.priceList(List.of(sku)).offers().get(sku);
        assertEquals(new PriceList.Offer("Green tea", Map.of("USD", 1490L)), offer);
    }

    @Test
    void takesSeveralDefinitionsOfOneItemTogether() {
        handle(defining, List.of(define(100L), define(null), define(40L)));

        assertEquals(40, books.level(sku).onHand());
        assertEquals(
                List.of("ItemDefined", "ItemDefined", "ItemDefined", "StockChanged"),
                books.sentNames(sku));
        assertEquals(
                List.of(1L, 2L, 3L, 4L), books.sent(sku).stream().map(Message::sequence).toList());
    }

    @Test
    void movesStockOncePerMovement() {
        handle(defining, define(10L));
        var movement = new AdjustStock(MessageIds.next(), sku, -3, "broken");

        handle(adjusting, List.of(movement, movement));
        handle(adjusting, movement);

        assertEquals(new Level(7, 7, 0, 3), books.level(sku));
        assertEquals(7, movements());
    }

    @Test
    void tellsOfEachOfManyMovements() {
        handle(defining, define(10L));

        handle(adjusting, List.of(adjust(5), adjust(-2), adjust(1)));

        assertEquals(new Level(14, 14, 0, 5), books.level(sku));
        assertEquals(
                List.of("3 on hand 15", "4 on hand 13", "5 on hand 14"),
                books.query(
                        """
                        SELECT sequence || ' on hand ' || (body::jsonb ->> 'onHand') FROM outbox
                        WHERE key = ? AND body LIKE '%adjusted%' ORDER BY seq
                        """,
                        row -> row.getString(1), sku));
        assertEquals(
                3,
                books.query(
                                "SELECT count(DISTINCT causation_id) FROM outbox WHERE key = ? AND body LIKE '%adjusted%'",
                                row -> row.getInt(1), sku)
                        .getFirst());
    }

    @Test
    void neverGoesBelowWhatIsReserved() {
        handle(defining, define(10L));
        reserve(4);

        handle(adjusting, adjust(-7));
        handle(defining, define(3L));
        handle(adjusting, adjust(-6));

        assertEquals(new Level(4, 0, 4, 4), books.level(sku));
        assertEquals(2, books.sentNames(sku).stream().filter("CommandRefused"::equals).count());
        assertTrue(refusal().contains("\"reason\":\"below_reserved\""), refusal());
        assertEquals(4, movements());
    }

    @Test
    void makesNoItemByACommandThatIsRefused() {
        handle(defining, define(-1L));
        handle(adjusting, adjust(1));

        assertEquals(List.of("CommandRefused", "CommandRefused"), books.sentNames(sku));
        assertTrue(refusal().contains("\"reason\":\"unknown_sku\""), refusal());
    }

    @Test
    void refusesMoreThanCanBeCounted() {
        handle(defining, define(10L));

        handle(adjusting, adjust(Long.MAX_VALUE));

        assertEquals(10, books.level(sku).onHand());
        assertTrue(refusal().contains("\"reason\":\"too_much\""), refusal());
    }

    @Test
    void locksItemsOnceInATransaction() {
        handle(defining, define(10L));
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            warehouse.lock(List.of(sku));
                            assertThrows(
                                    IllegalStateException.class,
                                    () -> warehouse.lock(List.of(sku)));
                        });
    }

    private DefineItem define(Long stock) {
        return new DefineItem(sku, "Tea", Map.of("EUR", 1290L), stock);
    }

    private AdjustStock adjust(long delta) {
        return new AdjustStock(MessageIds.next(), sku, delta, "counted again");
    }

    private void reserve(int quantity) {
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            var shelf = warehouse.lock(List.of(sku));
                            shelf.reserve(
                                    List.of(new RequestedLine(sku, quantity)),
                                    Cause.begin(MessageIds.next()));
                            warehouse.store(shelf);
                        });
    }

    private String refusal() {
        return books.sent(sku).stream()
                .filter(message -> message.type().equals("CommandRefused"))
                .map(Message::body)
                .toList()
                .getLast();
    }

    /** What all movements come to. */
    private long movements() {
        return books.query(
                        "SELECT sum(delta) FROM stock_movement WHERE sku = ?",
                        row -> row.getLong(1),
                        sku)
                .getFirst();
    }

    private static <C extends Command> void handle(CommandHandler<C> handler, C command) {
        handle(handler, List.of(command));
    }

    private static <C extends Command> void handle(CommandHandler<C> handler, List<C> commands) {
        var arrived = commands.stream().map(Arrival::of).toList();
        QuarkusTransaction.requiringNew().run(() -> handler.handleAll(arrived));
    }
}
