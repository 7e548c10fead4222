package dev.holdfast.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An order, from the request to the mail")
class OrderJourneyTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static Suite suite;
    private static Api api;

    private final String sku = "SKU-" + UUID.randomUUID();

    @BeforeAll
    static void up() throws IOException, InterruptedException {
        suite = Suite.shared();
        api = new Api(suite);
    }

    @Test
    @DisplayName("that can be paid and delivered is confirmed, and its customer told")
    void confirmed() throws Exception {
        api.item(sku, 1290, 10);
        String id = place(2, "pm_card_visa");

        JsonNode order = api.settled(id, SOON);
        assertEquals("confirmed", order.get("status").textValue());
        assertEquals(2580, order.get("total").longValue());

        JsonNode mail = onlyMail(id);
        assertTrue(mail.get("subject").textValue().toLowerCase().contains("confirm"));
        JsonNode money = onlyIntent(id);
        assertEquals(2580, money.get("amount").longValue());
        assertEquals("requires_capture", money.get("status").textValue());
        assertStock(10, 2);
        assertEquals(
                List.of(
                        "accepted",
                        "OrderPlaced",
                        "StockReserved",
                        "PaymentAuthorized",
                        "OrderConfirmed",
                        "NotificationSent"),
                timeline(id, "NotificationSent"));
    }

    @Test
    @DisplayName("whose card is declined is declined, and its stock is free again")
    void declined() throws Exception {
        api.item(sku, 500, 3);
        String id = place(3, "pm_card_chargeDeclined");

        JsonNode order = api.settled(id, SOON);
        assertEquals("declined", order.get("status").textValue());
        assertEquals("generic_decline", order.get("reason").textValue());
        onlyMail(id);
        Awaitility.await().atMost(SOON).untilAsserted(() -> assertStock(3, 0));
    }

    @Test
    @DisplayName("for more than there is is rejected, and nobody is charged")
    void soldOut() throws Exception {
        api.item(sku, 500, 1);
        String id = place(2, "pm_card_visa");

        JsonNode order = api.settled(id, SOON);
        assertEquals("rejected", order.get("status").textValue());
        assertEquals("out_of_stock", order.get("reason").textValue());
        onlyMail(id);
        assertTrue(intents(id).isEmpty());
        assertStock(1, 0);
    }

    @Test
    @DisplayName("whose payment never answers expires, and its stock is free again")
    void expired() throws Exception {
        api.item(sku, 700, 4);
        String id = place(4, "pm_sandbox_stall");

        JsonNode order = api.settled(id, Duration.ofSeconds(90));
        assertEquals("expired", order.get("status").textValue());
        assertEquals("payment_timeout", order.get("reason").textValue());
        onlyMail(id);
        Awaitility.await().atMost(SOON).untilAsserted(() -> assertStock(4, 0));
        assertTrue(timeline(id, "TimerFired").contains("OrderExpired"));
    }

    private String place(int quantity, String method) throws Exception {
        Api.Answer answer = api.place(UUID.randomUUID().toString(), sku, quantity, method);
        assertEquals(202, answer.status(), answer.body()::toString);
        assertEquals("accepted", answer.body().get("status").textValue());
        return answer.body().get("id").textValue();
    }

    private void assertStock(long onHand, long reserved) throws Exception {
        JsonNode item = api.get("/v1/items/" + sku).body();
        assertEquals(onHand, item.get("onHand").longValue());
        assertEquals(reserved, item.get("reserved").longValue());
        assertEquals(onHand - reserved, item.get("available").longValue());
    }

    private static List<String> timeline(String id, String last) {
        return Awaitility.await()
                .atMost(SOON)
                .until(
                        () -> {
                            List<String> types = new ArrayList<>();
                            api.get("/v1/orders/" + id + "/timeline")
                                    .body()
                                    .get("items")
                                    .forEach(entry -> types.add(entry.get("type").textValue()));
                            return types;
                        },
                        types -> types.contains(last));
    }

    private static JsonNode onlyMail(String id) throws Exception {
        String url = suite.address("/mail/url");
        JsonNode mails =
                Awaitility.await()
                        .atMost(SOON)
                        .until(
                                () -> Api.json(url + "?order=" + id).get("items"),
                                found -> !found.isEmpty());
        assertEquals(1, mails.size());
        assertEquals(1, mails.get(0).get("received").intValue());
        return mails.get(0);
    }

    private static JsonNode onlyIntent(String id) throws Exception {
        JsonNode intents = intents(id);
        assertEquals(1, intents.size());
        return intents.get(0);
    }

    private static JsonNode intents(String id) throws Exception {
        String url = suite.address("/payments/url");
        return Api.json(url + "/sandbox/books?order_id=" + id).get("intents");
    }
}
