package dev.holdfast.orders.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.contracts.orders.Customer;
import dev.holdfast.contracts.orders.OrderConfirmed;
import dev.holdfast.contracts.orders.OrderEvent;
import dev.holdfast.contracts.orders.OrderExpired;
import dev.holdfast.contracts.orders.OrderPlaced;
import dev.holdfast.contracts.orders.PaymentAuthorized;
import dev.holdfast.contracts.orders.PricedLine;
import dev.holdfast.contracts.orders.StockReserved;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.courier.retry.ConflictFailure;
import dev.holdfast.orders.Books;
import dev.holdfast.orders.Servers;
import dev.holdfast.orders.order.OrderState.Confirmed;
import dev.holdfast.orders.order.OrderState.Expired;
import dev.holdfast.orders.order.OrderState.Reserved;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Servers.class)
class OrdersTest {

    @Inject Orders orders;
    @Inject Books books;
    @Inject Rebuild rebuild;
    @Inject Bell bell;

    @Test
    void keepsManyOrdersInOneAppend() {
        var ids = IntStream.range(0, 100).mapToObj(_ -> MessageIds.next()).toList();

        record(ids.stream().map(OrdersTest::placed).toArray(Change[]::new));

        for (UUID id : ids) {
            assertEquals(List.of("OrderPlaced", "StockReserved"), books.events(id));
            assertInstanceOf(Reserved.class, load(id).state());
        }
    }

    @Test
    void knowsWhichExist() {
        UUID known = MessageIds.next();
        record(placed(known));

        var found =
                QuarkusTransaction.requiringNew()
                        .call(() -> orders.known(List.of(known, MessageIds.next())));

        assertEquals(Set.of(known), found);
    }

    @Test
    void wakesTheRelayOnceItIsCommitted() {
        int before = bell.rings();

        record(placed(MessageIds.next()));

        assertEquals(before + 1, bell.rings());
    }

    @Test
    void letsOneOfTwoWritersWin() {
        UUID id = MessageIds.next();
        record(placed(id));
        Loaded seenByBoth = load(id);

        record(confirmed(id, seenByBoth));

        assertThrows(ConflictFailure.class, () -> record(expired(id, seenByBoth)));
        assertInstanceOf(Confirmed.class, load(id).state());
        assertEquals(4, books.events(id).size());
    }

    @Test
    void letsOneOfTwoPlacementsWin() {
        UUID id = MessageIds.next();
        record(placed(id));

        assertThrows(ConflictFailure.class, () -> record(placed(id)));
    }

    @Test
    void writesNothingOfABatchInWhichOneLost() {
        UUID lost = MessageIds.next();
        UUID other = MessageIds.next();
        record(placed(lost));

        assertThrows(ConflictFailure.class, () -> record(placed(other), placed(lost)));

        assertEquals(List.of(), books.events(other));
    }

    @Test
    void refusesToLeaveAGap() {
        UUID id = MessageIds.next();
        record(placed(id));
        var ahead = new Loaded(load(id).state(), 5);

        assertThrows(StreamBehind.class, () -> record(expired(id, ahead)));
        assertEquals(2, books.events(id).size());
    }

    @Test
    void rebuildsWhatItKeepsBesideTheEvents() {
        var ids = IntStream.range(0, 12).mapToObj(_ -> MessageIds.next()).toList();
        record(ids.stream().map(OrdersTest::placed).toArray(Change[]::new));
        ids.stream().limit(4).forEach(id -> record(confirmed(id, load(id))));
        ids.stream().skip(8).forEach(id -> record(expired(id, load(id))));
        rebuild.run();

        assertEquals(List.of(), rebuild.run().corrected());
    }

    @Test
    void correctsAStateThatIsNotWhatHappened() {
        UUID wrong = MessageIds.next();
        UUID missing = MessageIds.next();
        UUID invented = MessageIds.next();
        record(placed(wrong), placed(missing), placed(invented));
        rebuild.run();
        execute("UPDATE order_state SET status = 'rejected', version = 9 WHERE id = ?", wrong);
        execute("DELETE FROM order_state WHERE id = ?", missing);
        execute("DELETE FROM order_event WHERE stream_id = ?", invented);

        var report = rebuild.run();

        assertEquals(List.of(wrong, missing, invented), report.corrected());
        assertInstanceOf(Reserved.class, load(wrong).state());
        assertEquals(2, load(missing).version());
        assertEquals(Loaded.NOTHING, load(invented));
        assertEquals(List.of(), rebuild.run().corrected());
    }

    @Test
    void readsBackWhatItWrote() {
        UUID id = MessageIds.next();
        record(placed(id));
        record(expired(id, load(id)));

        var expired = assertInstanceOf(Expired.class, load(id).state());

        assertEquals(lines(), expired.order().lines());
        assertEquals("payment_timeout", expired.reason());
    }

    private void record(Change... changes) {
        QuarkusTransaction.requiringNew().run(() -> orders.record(List.of(changes)));
    }

    private Loaded load(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> orders.load(id));
    }

    private void execute(String sql, UUID id) {
        books.query(sql + " RETURNING 1", row -> row.getInt(1), id);
    }

    private static Change placed(UUID id) {
        var placed =
                new OrderPlaced(
                        id,
                        "web-1",
                        new Customer("c-1", "Ada", "ada@example.org"),
                        "EUR",
                        lines(),
                        2580,
                        "pm_card_visa",
                        Instant.parse("2026-11-23T12:00:00Z"));
        return change(Loaded.NOTHING, placed, new StockReserved(id, List.of()));
    }

    private static Change confirmed(UUID id, Loaded before) {
        return change(
                before, new PaymentAuthorized(id, "pi_1", 2580, "EUR"), new OrderConfirmed(id));
    }

    private static Change expired(UUID id, Loaded before) {
        return change(before, new OrderExpired(id, "payment_timeout"));
    }

    private static List<PricedLine> lines() {
        return List.of(new PricedLine("TEA-01", "Grüner Tee \"№ 1\"", 2, 1290L));
    }

    private static Change change(Loaded before, OrderEvent... events) {
        return new Change(before, List.of(events), Cause.begin(MessageIds.next()));
    }
}
