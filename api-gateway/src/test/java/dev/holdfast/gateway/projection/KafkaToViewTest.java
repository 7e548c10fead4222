package dev.holdfast.gateway.projection;

import static dev.holdfast.gateway.Clients.customer;
import static dev.holdfast.gateway.Clients.merchant;
import static dev.holdfast.gateway.Clients.order;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.holdfast.courier.message.Cause;
import dev.holdfast.courier.outbox.Outbox;
import dev.holdfast.gateway.Facts;
import dev.holdfast.gateway.Store;
import dev.holdfast.gateway.TestStack;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** The whole way of an event: outbox, relay, Kafka, view, and the client who waits for it. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class KafkaToViewTest {

    @Inject Store store;
    @Inject Outbox outbox;

    private final String buyer = "c-" + UUID.randomUUID();

    @Test
    void wakesTheClientWhoWaits() throws Exception {
        store.take(Facts.item("TEA-01"));
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Response> placing = this::place;
            var waiting = clients.submit(placing);
            await().until(() -> store.count("ledger WHERE owner = ?", buyer) == 1);
            UUID id = store.ids("SELECT command_id FROM ledger WHERE owner = ?", buyer).getFirst();
            QuarkusTransaction.requiringNew()
                    .run(
                            () ->
                                    Facts.confirmedOrder(id, "web-1", buyer)
                                            .forEach(
                                                    fact ->
                                                            outbox.publish(
                                                                    fact.body(),
                                                                    fact.envelope().sequence(),
                                                                    Cause.begin(id))));
            waiting.get(25, SECONDS)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("confirmed"))
                    .body("version", equalTo(4));
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
                                    "OrderConfirmed"));
        }
    }

    private Response place() {
        return customer(buyer)
                .contentType("application/json")
                .header("Idempotency-Key", buyer)
                .header("Prefer", "wait=25")
                .body(order("web-1", buyer, "TEA-01", 1))
                .post("/v1/orders");
    }
}
