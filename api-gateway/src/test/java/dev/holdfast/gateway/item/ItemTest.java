package dev.holdfast.gateway.item;

import static dev.holdfast.gateway.Clients.customer;
import static dev.holdfast.gateway.Clients.merchant;
import static dev.holdfast.gateway.Clients.posting;
import static dev.holdfast.gateway.Facts.fact;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.contracts.operations.CommandRefused;
import dev.holdfast.contracts.stock.ItemDefined;
import dev.holdfast.contracts.stock.StockChanged;
import dev.holdfast.gateway.Facts;
import dev.holdfast.gateway.Store;
import dev.holdfast.gateway.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ItemTest {

    private static final String TEA =
            "{\"name\": \"Green tea\", \"prices\": {\"EUR\": 1290}, \"stock\": 100}";

    @Inject Store store;

    private final String sku = "SKU-" + UUID.randomUUID();

    @Test
    void isDefinedAndFollowed() {
        String command = define(TEA);
        merchant().get("/v1/items/" + sku).then().statusCode(404);
        merchant().get("/v1/commands/" + command).then().body("status", equalTo("accepted"));
        var id = UUID.fromString(command);
        store.take(
                List.of(
                        fact(new ItemDefined(sku, "Green tea", Map.of("EUR", 1290L)), 1L, id),
                        fact(new StockChanged(sku, 100, 0, "counted"), 2L, id),
                        fact(new StockChanged(sku, 100, 7, "reserved"), 3L, UUID.randomUUID())));
        merchant()
                .get("/v1/commands/" + command)
                .then()
                .body("status", equalTo("done"))
                .body("type", equalTo("DefineItem"))
                .body("subject", equalTo(sku))
                .body("reason", nullValue());
        customer("c-1")
                .get("/v1/items/" + sku)
                .then()
                .body("name", equalTo("Green tea"))
                .body("prices.EUR", equalTo(1290))
                .body("onHand", equalTo(100))
                .body("reserved", equalTo(7))
                .body("available", equalTo(93))
                .body("version", equalTo(3));
        merchant().get("/v1/items?limit=200").then().body("items.sku", hasItem(sku));
    }

    @Test
    void tellsTheClientWhyACommandWasRefused() {
        store.take(Facts.item(sku));
        String command =
                posting(merchant())
                        .body("{\"delta\": -500, \"reason\": \"stolen\"}")
                        .post("/v1/items/" + sku + "/stock")
                        .then()
                        .statusCode(202)
                        .header("Location", startsWith("/v1/commands/"))
                        .body("status", equalTo("accepted"))
                        .extract()
                        .path("commandId");
        var id = UUID.fromString(command);
        assertEquals(
                1,
                store.count(
                        "outbox WHERE message_id = ? AND body::jsonb ->> 'movementId' = ?",
                        id,
                        command));
        store.take(
                List.of(
                        fact(
                                new CommandRefused(
                                        id,
                                        "holdfast.stock.AdjustStock.v1",
                                        sku,
                                        "below_reserved",
                                        "There is less than that."),
                                null,
                                id)));
        merchant()
                .get("/v1/commands/" + command)
                .then()
                .body("status", equalTo("refused"))
                .body("reason", equalTo("below_reserved"))
                .body("detail", equalTo("There is less than that."));
        customer("c-1").get("/v1/commands/" + command).then().statusCode(404);
    }

    @Test
    void honorsAKeyThoughItNeedsNone() {
        var first =
                merchant()
                        .header("Idempotency-Key", sku)
                        .contentType("application/json")
                        .body(TEA)
                        .put("/v1/items/" + sku);
        merchant()
                .header("Idempotency-Key", sku)
                .contentType("application/json")
                .body(TEA)
                .put("/v1/items/" + sku)
                .then()
                .statusCode(202)
                .header("Idempotent-Replayed", "true")
                .body("commandId", equalTo(first.path("commandId")));
    }

    @Test
    void isTheSameInWhateverOrderItsEventsCome() {
        var command = UUID.randomUUID();
        var defined = fact(new ItemDefined(sku, "Tea", Map.of("EUR", 1L)), 1L, command);
        var counted = fact(new StockChanged(sku, 100, 0, "counted"), 2L, command);
        var renamed = fact(new ItemDefined(sku, "Green tea", Map.of("EUR", 2L)), 3L, command);
        var reserved = fact(new StockChanged(sku, 100, 1, "reserved"), 4L, command);
        store.take(List.of(counted));
        merchant().get("/v1/items/" + sku).then().statusCode(404);
        store.takeEach(List.of(reserved, defined, renamed, counted, defined));
        merchant()
                .get("/v1/items/" + sku)
                .then()
                .body("name", equalTo("Green tea"))
                .body("reserved", equalTo(1))
                .body("version", equalTo(4));
    }

    private String define(String body) {
        return merchant()
                .contentType("application/json")
                .body(body)
                .put("/v1/items/" + sku)
                .then()
                .statusCode(202)
                .extract()
                .path("commandId");
    }
}
