package dev.holdfast.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Promises 1, 2 and 6: kill -9 under load, start again, and count. */
@DisplayName("Orders under way while a process is killed")
class KilledProcessTest {

    private static final int ORDERS = 60;

    private static Suite suite;
    private static Api api;

    @BeforeAll
    static void up() throws IOException, InterruptedException {
        suite = Suite.shared();
        api = new Api(suite);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/services/api-gateway",
                "/services/order-worker",
                "/services/notification-worker",
                "/services/scheduler-service",
                "/rabbitmq",
                "/kafka",
                "/postgres"
            })
    @DisplayName("all reach their end; none is charged twice, no mail is sent twice")
    void nothingLostNothingTwice(String process) throws Exception {
        // given orders coming in
        String sku = "SKU-" + UUID.randomUUID();
        api.item(sku, 1000, 10_000);
        var half = new CountDownLatch(ORDERS / 2);
        List<String> ids = new ArrayList<>();
        try (var clients = Executors.newFixedThreadPool(6)) {
            List<Future<String>> placed = new ArrayList<>();
            for (int i = 0; i < ORDERS; i++) {
                String key = UUID.randomUUID().toString();
                placed.add(
                        clients.submit(
                                () -> {
                                    String id = api.placeSurely(key, sku, 1, "pm_card_visa");
                                    half.countDown();
                                    return id;
                                }));
            }

            // when a process is killed in the middle and started again
            half.await();
            suite.kill(suite.status().at(process));
            suite.up();
            for (Future<String> id : placed) {
                ids.add(id.get());
            }
        }

        // then every order has its outcome, once
        for (String id : ids) {
            assertEquals(
                    "confirmed",
                    api.settled(id, Duration.ofMinutes(2)).get("status").textValue(),
                    id);
        }
        assertEquals(Map.of(), chargedOtherThanOnce(ids));
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertEquals(Map.of(), mailedOtherThanOnce(ids)));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertEquals(
                                        ORDERS,
                                        api.get("/v1/items/" + sku)
                                                .body()
                                                .get("reserved")
                                                .intValue()));
    }

    private static Map<String, Integer> chargedOtherThanOnce(List<String> ids) throws Exception {
        String url = suite.address("/payments/url");
        Map<String, Integer> charged = new HashMap<>();
        for (JsonNode order : Api.json(url + "/sandbox/books").get("orders")) {
            charged.put(order.get("order_id").textValue(), order.get("live").intValue());
        }
        return otherThanOnce(ids, charged);
    }

    private static Map<String, Integer> mailedOtherThanOnce(List<String> ids) throws Exception {
        String url = suite.address("/mail/url");
        Map<String, Integer> mailed = new HashMap<>();
        for (String id : ids) {
            mailed.put(id, Api.json(url + "?order=" + id).get("items").size());
        }
        return otherThanOnce(ids, mailed);
    }

    private static Map<String, Integer> otherThanOnce(List<String> ids, Map<String, Integer> of) {
        Map<String, Integer> wrong = new HashMap<>();
        for (String id : ids) {
            int times = of.getOrDefault(id, 0);
            if (times != 1) {
                wrong.put(id, times);
            }
        }
        return wrong;
    }
}
