package dev.holdfast.e2e.crash;

import dev.holdfast.e2e.Api;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/**
 * Customers who order all the time, each in another way, and who ask again under the same key until
 * they are told that their order is accepted.
 */
public final class Traffic implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Of twenty orders, what becomes of each. */
    private static final List<String> METHODS =
            List.of(
                    "pm_card_visa",
                    "pm_card_visa",
                    "pm_card_chargeDeclined",
                    "pm_sandbox_fail",
                    "pm_card_visa",
                    "pm_card_visa",
                    "pm_sandbox_forget",
                    "pm_card_visa",
                    "pm_card_visa",
                    "pm_sandbox_stall",
                    "pm_card_visa",
                    "pm_card_visa",
                    "pm_card_chargeDeclined",
                    "pm_card_visa",
                    "pm_card_visa",
                    "pm_sandbox_forget",
                    "pm_card_visa",
                    "pm_card_visa",
                    "pm_card_visa",
                    "pm_card_visa");

    private final Api api;
    private final String sku = "SKU-" + UUID.randomUUID();
    private final String soldOut = "SKU-" + UUID.randomUUID();
    private final List<String> gateways = new CopyOnWriteArrayList<>();
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final AtomicInteger count = new AtomicInteger();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService customers = Executors.newVirtualThreadPerTaskExecutor();

    private Traffic(Api api, String gateway) {
        this.api = api;
        gateways.add(gateway);
    }

    /** Begins. */
    public static Traffic begin(Api api, String gateway, int perSecond)
            throws IOException, InterruptedException {
        var traffic = new Traffic(api, gateway);
        api.item(traffic.sku, 1290, 1_000_000);
        api.item(traffic.soldOut, 990, 0);
        traffic.clock.scheduleAtFixedRate(
                () -> traffic.customers.execute(traffic::one),
                0,
                1_000_000 / perSecond,
                TimeUnit.MICROSECONDS);
        return traffic;
    }

    /** Some of the requests go there, too, if it is a gateway. */
    void alsoTo(String service, String url) {
        if (service.equals("api-gateway")) {
            gateways.add(url);
        }
    }

    void noLongerTo(String gateway) {
        gateways.remove(gateway);
    }

    /** The orders that are accepted, as far as the customers know. */
    public Set<String> accepted() {
        return accepted;
    }

    /** Takes no further orders, and returns once all that were begun are accepted. */
    public void end() throws InterruptedException {
        clock.shutdown();
        customers.shutdown();
        if (!customers.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("Customers still wait to be told that they are served.");
        }
        if (!failures.isEmpty()) {
            throw new AssertionError("A customer was not served.", failures.getFirst());
        }
    }

    private void one() {
        int number = count.getAndIncrement();
        try {
            if (number % 10 == 5) {
                adjust();
            } else if (number % 50 == 17) {
                order("poison-" + UUID.randomUUID(), sku, "pm_card_visa");
            } else if (number % 20 == 13) {
                order(UUID.randomUUID().toString(), soldOut, "pm_card_visa");
            } else {
                order(UUID.randomUUID().toString(), sku, METHODS.get(number % METHODS.size()));
            }
        } catch (RuntimeException | Error e) {
            failures.add(e);
        }
    }

    private void order(String key, String item, String method) {
        accepted.add(surely(() -> at().place(key, item, 1, method)));
    }

    private void adjust() {
        String key = UUID.randomUUID().toString();
        surely(() -> at().adjust(key, sku, 1));
    }

    /** Whatever breaks, the same key tells what became of it. */
    private static String surely(Request request) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(300))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(request::send, answer -> answer.status() == 202)
                .body()
                .path("id")
                .asText();
    }

    private Api at() {
        return api.at(gateways.get(ThreadLocalRandom.current().nextInt(gateways.size())));
    }

    private interface Request {
        Api.Answer send() throws IOException, InterruptedException;
    }

    @Override
    public void close() {
        clock.shutdownNow();
        customers.shutdownNow();
    }
}
