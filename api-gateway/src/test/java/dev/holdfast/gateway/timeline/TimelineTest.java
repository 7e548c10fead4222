package dev.holdfast.gateway.timeline;

import static dev.holdfast.gateway.Clients.merchant;
import static dev.holdfast.gateway.Clients.order;
import static dev.holdfast.gateway.Clients.posting;
import static dev.holdfast.gateway.Facts.fact;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import dev.holdfast.contracts.notifications.NotificationSent;
import dev.holdfast.contracts.scheduler.TimerFired;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.gateway.Facts;
import dev.holdfast.gateway.Store;
import dev.holdfast.gateway.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class TimelineTest {

    @Inject Store store;

    @Test
    void tellsTheStoryFromTheFirstMoment() {
        store.take(Facts.item("TEA-01"));
        String id =
                posting(merchant())
                        .body(order("web-1", "c-1", "TEA-01", 1))
                        .post("/v1/orders")
                        .path("id");
        merchant()
                .get("/v1/orders/" + id)
                .then()
                .body("status", equalTo("accepted"))
                .body("version", equalTo(0))
                .body("lines[0].sku", equalTo("TEA-01"));
        merchant()
                .get("/v1/orders/" + id + "/timeline")
                .then()
                .body("items.type", contains("accepted"))
                .body("items[0].source", equalTo("/api-gateway"))
                .body("items[0].eventId", equalTo(id));
    }

    @Test
    void tellsWhatEveryServiceDid() {
        UUID id = MessageIds.next();
        store.take(Facts.confirmedOrder(id, "web-1", "c-1"));
        var told =
                fact(
                        new NotificationSent(
                                MessageIds.next(), id, "order-confirmed", "mail", "c-1"),
                        null,
                        id);
        var timer =
                fact(
                        new TimerFired(
                                "payment:" + id,
                                id.toString(),
                                "holdfast.orders.ExpireOrder.v1",
                                Instant.now()),
                        null,
                        id);
        store.take(List.of(told));
        store.take(List.of(timer));
        store.take(List.of(told, timer));
        merchant()
                .get("/v1/orders/" + id + "/timeline")
                .then()
                .body(
                        "items.type",
                        contains(
                                "accepted",
                                "OrderPlaced",
                                "StockReserved",
                                "PaymentAuthorized",
                                "OrderConfirmed",
                                "NotificationSent",
                                "TimerFired"))
                .body("items[1].detail", equalTo("2 lines, 25.80 EUR"))
                .body("items[3].detail", equalTo("25.80 EUR, pi_1"))
                .body("items[5].detail", equalTo("order-confirmed by mail"))
                .body("items[6].detail", equalTo("ExpireOrder"))
                .body("items.eventId", everyItem(notNullValue()))
                .body("items.at", hasSize(7));
    }
}
