package dev.holdfast.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A confirmed order of three pieces at 10.00 EUR")
class DeliveryJourneyTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static Suite suite;
    private static Api api;

    private final String sku = "SKU-" + UUID.randomUUID();
    private String order;

    @BeforeAll
    static void up() throws IOException, InterruptedException {
        suite = Suite.shared();
        api = new Api(suite);
    }

    @BeforeEach
    void confirmed() throws Exception {
        api.item(sku, 1000, 10);
        order =
                api.place(UUID.randomUUID().toString(), sku, 3, "pm_card_visa")
                        .body()
                        .get("id")
                        .textValue();
        assertEquals("confirmed", api.settled(order, SOON).get("status").textValue());
    }

    @Test
    @DisplayName("is shipped in part, the rest canceled and its money given back")
    void partly() throws Exception {
        done("ship", "{\"lines\": [{\"sku\": \"%s\", \"quantity\": 1}]}".formatted(sku));
        awaitBooks(3000, 0);
        done("cancel", "{\"reason\": \"no longer needed\"}");
        awaitStatus("partly_refunded");

        awaitBooks(3000, 2000);
        awaitStock(9, 0);
        awaitMails(
                "Your order %s is confirmed",
                "Your order %s is on its way", "€20.00 for your order %s come back");
    }

    @Test
    @DisplayName("is shipped, delivered and refunded, and never more than was taken")
    void whole() throws Exception {
        done("ship", "{\"trackingNumber\": \"T-1\"}");
        done("deliver", "{}");
        awaitStatus("delivered");
        awaitBooks(3000, 0);

        done("refund", "{\"amount\": 1200, \"reason\": \"broken\"}");
        awaitStatus("partly_refunded");
        assertEquals("too_much", refused("refund", "{\"amount\": 1801}"));
        done("refund", "{}");
        awaitStatus("refunded");
        awaitBooks(3000, 3000);
        assertEquals("refunded", refused("refund", "{}"));
        awaitStock(7, 0);
    }

    @Test
    @DisplayName("is canceled before it is shipped, and nobody is charged")
    void canceled() throws Exception {
        done("cancel", "{}");
        awaitStatus("canceled");
        awaitBooks(0, 0);
        awaitStock(10, 0);
        assertEquals("canceled", refused("ship", "{}"));
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertEquals("canceled", books().get("status").textValue()));
    }

    private void done(String step, String body) throws Exception {
        JsonNode command = api.ask(order, step, body);
        assertEquals("done", command.get("status").textValue(), command::toString);
    }

    private String refused(String step, String body) throws Exception {
        JsonNode command = api.ask(order, step, body);
        assertEquals("refused", command.get("status").textValue(), command::toString);
        return command.get("reason").textValue();
    }

    private void awaitStatus(String status) {
        Awaitility.await()
                .atMost(SOON)
                .until(
                        () -> api.get("/v1/orders/" + order).body().get("status").textValue(),
                        status::equals);
    }

    private void awaitStock(long onHand, long reserved) {
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(
                        () -> {
                            JsonNode item = api.get("/v1/items/" + sku).body();
                            assertEquals(onHand, item.get("onHand").longValue());
                            assertEquals(reserved, item.get("reserved").longValue());
                        });
    }

    private void awaitBooks(long captured, long refunded) {
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(
                        () -> {
                            assertEquals(captured, books().get("amount_captured").longValue());
                            assertEquals(refunded, books().get("amount_refunded").longValue());
                        });
    }

    /** The one payment of the order, as the provider has it. */
    private JsonNode books() throws Exception {
        String url = suite.address("/payments/url") + "/sandbox/books?order_id=" + order;
        JsonNode intents = Api.json(url).get("intents");
        assertEquals(1, intents.size());
        return intents.get(0);
    }

    private void awaitMails(String... subjects) throws Exception {
        String url = suite.address("/mail/url") + "?order=" + order;
        String reference = api.get("/v1/orders/" + order).body().get("reference").textValue();
        List<String> expected =
                List.of(subjects).stream().map(s -> s.formatted(reference)).sorted().toList();
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertEquals(expected, subjectsAt(url)));
    }

    private static List<String> subjectsAt(String url) throws Exception {
        return StreamSupport.stream(Api.json(url).get("items").spliterator(), false)
                .map(mail -> mail.get("subject").textValue())
                .sorted()
                .toList();
    }
}
