package dev.holdfast.gateway.order;

import static dev.holdfast.gateway.Clients.customer;
import static dev.holdfast.gateway.Clients.order;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import dev.holdfast.gateway.Facts;
import dev.holdfast.gateway.Store;
import dev.holdfast.gateway.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class WaitingTest {

    @Inject Store store;
    @Inject DataSource database;

    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final String buyer = "c-" + UUID.randomUUID();

    @BeforeEach
    void catalogue() {
        store.take(Facts.item("TEA-01"));
    }

    @AfterEach
    void leave() {
        clients.shutdownNow();
    }

    @Test
    void answersWithTheOrderOnceItIsSettled() throws Exception {
        var waiting = place("wait=20", "k-1");
        UUID id = accepted();
        var events = Facts.confirmedOrder(id, "web-1", buyer);
        store.take(events.subList(0, 2));
        store.take(events.subList(2, 4));
        waiting.get()
                .then()
                .statusCode(200)
                .header("Preference-Applied", "wait=20")
                .header("ETag", "\"4\"")
                .header("Location", "/v1/orders/" + id)
                .body("status", equalTo("confirmed"))
                .body("id", equalTo(id.toString()));
    }

    @Test
    void answersAcceptedWhenTheTimeIsOver() throws Exception {
        place("wait=1", "k-1")
                .get()
                .then()
                .statusCode(202)
                .header("Preference-Applied", "wait=1")
                .body("status", equalTo("accepted"))
                .time(greaterThanOrEqualTo(1000L))
                .time(lessThan(5000L));
    }

    @Test
    void waitsAgainForARequestThatIsRepeated() throws Exception {
        place("respond-async", "k-1")
                .get()
                .then()
                .statusCode(202)
                .header("Preference-Applied", nullValue());
        UUID id = accepted();
        var waiting = place("wait=20", "k-1");
        store.take(Facts.confirmedOrder(id, "web-1", buyer));
        waiting.get()
                .then()
                .statusCode(200)
                .header("Idempotent-Replayed", "true")
                .body("status", equalTo("confirmed"));
    }

    @Test
    void seesWhatAnotherReplicaWrote() throws Exception {
        var waiting = place("wait=20", "k-1");
        UUID id = accepted();
        store.take(Facts.confirmedOrder(id, "web-1", buyer).subList(0, 1));
        try (var replica = database.getConnection();
                var update =
                        replica.prepareStatement(
                                "UPDATE order_view SET status = 'rejected' WHERE id = ?")) {
            update.setObject(1, id);
            update.executeUpdate();
        }
        waiting.get().then().statusCode(200).body("status", equalTo("rejected"));
    }

    @Test
    void takesMoreClientsThanThereAreConnections() throws Exception {
        var waiting = IntStream.range(0, 100).mapToObj(i -> place("wait=25", "k-" + i)).toList();
        await().atMost(20, SECONDS)
                .until(() -> store.count("ledger WHERE owner = ?", buyer) == 100);
        customer(buyer).get("/v1/orders").then().statusCode(200);
        for (UUID id : store.ids("SELECT command_id FROM ledger WHERE owner = ?", buyer)) {
            store.take(Facts.confirmedOrder(id, "web-1", buyer));
        }
        for (Future<Response> client : waiting) {
            client.get().then().statusCode(200).body("status", equalTo("confirmed"));
        }
    }

    private Future<Response> place(String prefer, String key) {
        return clients.submit(
                () ->
                        customer(buyer)
                                .contentType("application/json")
                                .header("Idempotency-Key", key)
                                .header("Prefer", prefer)
                                .body(order("web-1", buyer, "TEA-01", 1))
                                .post("/v1/orders"));
    }

    private UUID accepted() {
        await().until(() -> store.count("ledger WHERE owner = ?", buyer) == 1);
        return store.ids("SELECT command_id FROM ledger WHERE owner = ?", buyer).getFirst();
    }
}
