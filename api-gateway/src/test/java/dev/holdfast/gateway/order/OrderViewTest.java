package dev.holdfast.gateway.order;

import static dev.holdfast.gateway.Clients.customer;
import static dev.holdfast.gateway.Clients.merchant;
import static dev.holdfast.gateway.Clients.operator;
import static dev.holdfast.gateway.Facts.fact;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.contracts.orders.OrderDeclined;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.gateway.Facts;
import dev.holdfast.gateway.Store;
import dev.holdfast.gateway.TestStack;
import dev.holdfast.gateway.projection.MissingVersion;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class OrderViewTest {

    @Inject Store store;

    private final UUID id = MessageIds.next();

    @Test
    void showsAnOrderAsItsEventsTell() {
        store.take(Facts.confirmedOrder(id, "web-7", "c-7"));
        merchant()
                .get("/v1/orders/" + id)
                .then()
                .statusCode(200)
                .body("id", equalTo(id.toString()))
                .body("reference", equalTo("web-7"))
                .body("status", equalTo("confirmed"))
                .body("reason", nullValue())
                .body("currency", equalTo("EUR"))
                .body("total", equalTo(2580))
                .body("customer.id", equalTo("c-7"))
                .body("customer.email", equalTo("ada@example.org"))
                .body("lines.sku", contains("TEA-01", "CUP-01"))
                .body("lines[0].name", equalTo("Green tea"))
                .body("lines[0].quantity", equalTo(2))
                .body("lines[0].unitPrice", equalTo(1290))
                .body("version", equalTo(4))
                .body("acceptedAt", notNullValue())
                .body("placedAt", notNullValue())
                .body("confirmedAt", notNullValue())
                .body("updatedAt", notNullValue());
    }

    @Test
    void isTheSameHoweverTheEventsAreCut() {
        var events = Facts.confirmedOrder(id, "web-7", "c-7");
        store.takeEach(events);
        var oneByOne = merchant().get("/v1/orders/" + id).asString();
        UUID other = MessageIds.next();
        var again = Facts.confirmedOrder(other, "web-7", "c-7");
        store.take(again.subList(0, 3));
        store.take(again.subList(3, 4));
        merchant()
                .get("/v1/orders/" + other)
                .then()
                .body("status", equalTo("confirmed"))
                .body("version", equalTo(4));
        store.take(events);
        store.take(events.subList(1, 3));
        store.take(List.of(events.get(0), events.get(0), events.get(3)));
        assertEquals(oneByOne, merchant().get("/v1/orders/" + id).asString());
        assertEquals(2, store.count("order_line WHERE order_id = ?", id));
    }

    @Test
    void waitsForAVersionThatIsMissing() {
        var events = Facts.confirmedOrder(id, "web-7", "c-7");
        store.take(events.subList(0, 1));
        assertThrows(MissingVersion.class, () -> store.take(events.subList(2, 4)));
        merchant().get("/v1/orders/" + id).then().body("version", equalTo(1));
        store.take(events.subList(1, 4));
        merchant().get("/v1/orders/" + id).then().body("version", equalTo(4));
    }

    @Test
    void tellsWhyAnOrderWasDeclined() {
        var events = new ArrayList<>(Facts.confirmedOrder(id, "web-7", "c-7").subList(0, 2));
        events.add(fact(new OrderDeclined(id, "card_declined", "The card was declined."), 3L, id));
        store.take(events);
        merchant()
                .get("/v1/orders/" + id)
                .then()
                .body("status", equalTo("declined"))
                .body("reason", equalTo("card_declined"))
                .body("confirmedAt", nullValue());
    }

    @Test
    void answersWhatTheClientKnowsWithoutABody() {
        store.take(Facts.confirmedOrder(id, "web-7", "c-7").subList(0, 2));
        String tag = merchant().get("/v1/orders/" + id).then().extract().header("ETag");
        assertEquals("\"2\"", tag);
        merchant()
                .header("If-None-Match", tag)
                .get("/v1/orders/" + id)
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .body(equalTo(""));
        merchant().header("If-None-Match", "\"1\"").get("/v1/orders/" + id).then().statusCode(200);
    }

    @Test
    void showsACustomerItsOwnOrdersOnly() {
        String owner = "c-" + id;
        store.take(Facts.confirmedOrder(id, "web-7", owner));
        customer(owner).get("/v1/orders/" + id).then().statusCode(200);
        customer(owner).get("/v1/orders").then().body("items", hasSize(1));
        customer("c-other").get("/v1/orders/" + id).then().statusCode(404);
        customer("c-other").get("/v1/orders/" + id + "/timeline").then().statusCode(404);
        customer("c-other").get("/v1/orders?customer=" + owner).then().body("items", hasSize(0));
        operator().get("/v1/orders?customer=" + owner).then().body("items", hasSize(1));
    }

    @Test
    void listsByReferenceStatusAndCustomer() {
        String run = "run-" + id + "-";
        String buyer = "c-" + id;
        var ids = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            UUID order = MessageIds.next();
            ids.add(order.toString());
            var events = Facts.confirmedOrder(order, run + i, buyer);
            store.take(i < 3 ? events : events.subList(0, 2));
        }
        merchant()
                .get("/v1/orders?reference=" + run + "*")
                .then()
                .body("items.reference", contains(run + 0, run + 1, run + 2, run + 3, run + 4))
                .body("items[0].lines", hasSize(2))
                .body("next", nullValue());
        merchant()
                .get("/v1/orders?reference=" + run + "3")
                .then()
                .body("items.id", contains(ids.get(3)));
        merchant()
                .get("/v1/orders?status=reserved&customer=" + buyer)
                .then()
                .body("items.id", contains(ids.get(4), ids.get(3)));
        merchant()
                .get("/v1/orders?status=confirmed&reference=" + run + "*")
                .then()
                .body("items.id", contains(ids.get(0), ids.get(1), ids.get(2)));
    }

    @Test
    void pagesWithoutHolesOrRepetitions() {
        String run = "page-" + id + "-";
        String buyer = "c-" + id;
        for (int i = 0; i < 7; i++) {
            store.take(Facts.confirmedOrder(MessageIds.next(), run + i, buyer));
        }
        assertEquals(7, walk("/v1/orders?limit=3&customer=" + buyer).size());
        assertEquals(7, walk("/v1/orders?limit=2&reference=" + run + "*").size());
    }

    private static List<String> walk(String list) {
        var seen = new ArrayList<String>();
        String next = "";
        while (next != null) {
            var page = merchant().get(list + next).then().statusCode(200).extract();
            List<String> ids = page.path("items.id");
            seen.addAll(ids);
            String cursor = page.path("next");
            next = cursor == null ? null : "&cursor=" + cursor;
        }
        assertEquals(seen.size(), seen.stream().distinct().count());
        return seen;
    }
}
