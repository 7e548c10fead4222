package dev.holdfast.gateway.ledger;

import static dev.holdfast.gateway.Clients.merchant;
import static dev.holdfast.gateway.Clients.order;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.gateway.Facts;
import dev.holdfast.gateway.Store;
import dev.holdfast.gateway.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class SameKeyAtOnceTest {

    private static final int CLIENTS = 32;

    @Inject Store store;
    @Inject DataSource database;

    @BeforeEach
    void catalogue() {
        store.take(Facts.item("TEA-01"));
    }

    @Test
    void acceptsOneOrderFromManyRequests() throws Exception {
        for (int round = 0; round < 5; round++) {
            oneOrderFromManyRequests();
        }
    }

    private void oneOrderFromManyRequests() throws Exception {
        String key = UUID.randomUUID().toString();
        long commands = store.count("outbox");
        var start = new CyclicBarrier(CLIENTS);
        Callable<Response> client =
                () -> {
                    start.await();
                    return place(key);
                };
        var orders = new HashSet<String>();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : clients.invokeAll(Collections.nCopies(CLIENTS, client))) {
                if (answer.get().statusCode() == 202) {
                    orders.add(answer.get().path("id"));
                } else {
                    assertEquals(409, answer.get().statusCode(), answer.get().asString());
                }
            }
        }
        assertEquals(1, orders.size());
        assertEquals(1, store.count("ledger WHERE idempotency_key = ?", key));
        assertEquals(commands + 1, store.count("outbox"));
        assertTrue(orders.contains(place(key).path("id")));
    }

    @Test
    void doesNotWaitForTheOneBeingAccepted() throws SQLException {
        String key = UUID.randomUUID().toString();
        try (var other = database.getConnection()) {
            other.setAutoCommit(false);
            lockAsAnotherGatewayDoes(other, key);
            place(key)
                    .then()
                    .statusCode(409)
                    .header("Retry-After", "1")
                    .body("type", equalTo("urn:holdfast:problem:idempotency-key-in-flight"));
            other.rollback();
        }
        place(key).then().statusCode(202);
    }

    private static void lockAsAnotherGatewayDoes(Connection other, String key) throws SQLException {
        try (var lock =
                other.prepareStatement(
                        "SELECT pg_try_advisory_xact_lock(hashtextextended(?, 0))")) {
            lock.setString(1, "shop-1\n" + key);
            lock.execute();
        }
    }

    private static Response place(String key) {
        return merchant()
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(order("web-1", "c-1", "TEA-01", 1))
                .post("/v1/orders");
    }
}
