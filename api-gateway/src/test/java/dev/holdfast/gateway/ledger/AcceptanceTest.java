package dev.holdfast.gateway.ledger;

import static dev.holdfast.gateway.Clients.customer;
import static dev.holdfast.gateway.Clients.merchant;
import static dev.holdfast.gateway.Clients.order;
import static dev.holdfast.gateway.Clients.posting;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.gateway.Facts;
import dev.holdfast.gateway.Store;
import dev.holdfast.gateway.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class AcceptanceTest {

    @Inject Store store;

    @BeforeEach
    void catalogue() {
        store.take(Facts.item("TEA-01"));
    }

    @Test
    void writesTheLedgerAndTheCommand() {
        var id =
                posting(merchant())
                        .body(order("web-1", "c-1", "TEA-01", 2))
                        .post("/v1/orders")
                        .then()
                        .statusCode(202)
                        .body("status", equalTo("accepted"))
                        .header("Idempotent-Replayed", nullValue())
                        .extract()
                        .response();
        UUID order = UUID.fromString(id.path("id"));
        assertEquals("/v1/orders/" + order, id.header("Location"));
        assertEquals(1, store.count("ledger WHERE command_id = ? AND owner = 'c-1'", order));
        assertEquals(
                1,
                store.count(
                        "outbox WHERE message_id = ? AND type = 'holdfast.orders.PlaceOrder.v1'",
                        order));
    }

    @Test
    void givesTheFirstAnswerAgain() {
        String key = UUID.randomUUID().toString();
        var first = placing(key, order("web-2", "c-1", "TEA-01", 2)).post("/v1/orders");
        var reordered =
                """
                {"payment":{"method":"pm_card_visa"},"lines":[{"quantity":2,"sku":"TEA-01"}],"currency":"EUR",
                 "customer":{"email":"ada@example.org","id":"c-1","name":"Ada"},"reference":"web-2"}
                """;
        placing(key, reordered)
                .post("/v1/orders")
                .then()
                .statusCode(202)
                .header("Idempotent-Replayed", "true")
                .header("Location", endsWith(first.path("id")))
                .body(equalTo(first.asString()));
        assertEquals(1, store.count("ledger WHERE idempotency_key = ?", key));
    }

    @Test
    void refusesAnotherRequestUnderTheSameKey() {
        String key = UUID.randomUUID().toString();
        placing(key, order("web-3", "c-1", "TEA-01", 2)).post("/v1/orders").then().statusCode(202);
        placing(key, order("web-3", "c-1", "TEA-01", 3))
                .post("/v1/orders")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:holdfast:problem:idempotency-key-reused"));
    }

    @Test
    void keepsTheKeysOfCallersApart() {
        String key = UUID.randomUUID().toString();
        var body = order("web-4", "c-4", "TEA-01", 2);
        placing(key, body).post("/v1/orders").then().statusCode(202);
        customer("c-4")
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/orders")
                .then()
                .statusCode(202)
                .header("Idempotent-Replayed", nullValue());
    }

    @Test
    void leavesTheKeyOfARefusedRequestFree() {
        String key = UUID.randomUUID().toString();
        placing(key, order("web-5", "c-1", "TEA-01", 0)).post("/v1/orders").then().statusCode(400);
        placing(key, order("web-5", "c-1", "NO-SUCH", 1)).post("/v1/orders").then().statusCode(422);
        placing(key, order("web-5", "c-1", "TEA-01", 1)).post("/v1/orders").then().statusCode(202);
    }

    private static RequestSpecification placing(String key, String body) {
        return merchant().contentType("application/json").header("Idempotency-Key", key).body(body);
    }
}
