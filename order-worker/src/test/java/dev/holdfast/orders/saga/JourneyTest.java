package dev.holdfast.orders.saga;

import static dev.holdfast.orders.saga.Shop.line;
import static java.util.stream.Collectors.groupingBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.contracts.Command;
import dev.holdfast.contracts.Topics;
import dev.holdfast.contracts.orders.PlaceOrder;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.courier.outbox.Outbox;
import dev.holdfast.orders.Books;
import dev.holdfast.orders.ServersWithCommands;
import dev.holdfast.orders.payment.Sandbox;
import dev.holdfast.orders.store.Rebuild;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Orders on their whole way, by RabbitMQ, the payment provider and Kafka. */
@QuarkusTest
@WithTestResource(ServersWithCommands.class)
class JourneyTest {

    /** One in five orders meets trouble: less than what opens the circuit. */
    private static final List<String> METHODS =
            List.of(
                    "pm_card_visa",
                    "pm_card_chargeDeclined",
                    "pm_card_visa",
                    "pm_sandbox_forget",
                    "pm_card_visa",
                    "pm_card_visa",
                    "pm_card_chargeDeclined",
                    "pm_card_visa",
                    "pm_sandbox_fail_2",
                    "pm_card_visa");

    @Inject Outbox outbox;
    @Inject Shop shop;
    @Inject Books books;
    @Inject Sandbox sandbox;
    @Inject Rebuild rebuild;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void bringsEveryOrderToOneEnd() {
        String plenty = shop.item(1_000);
        String scarce = shop.item(20);
        var orders =
                IntStream.range(0, 100)
                        .mapToObj(
                                i ->
                                        Shop.order(
                                                METHODS.get(i % METHODS.size()),
                                                line(i % 2 == 0 ? scarce : plenty, 1),
                                                line(plenty, 1)))
                        .toList();

        orders.forEach(this::send);
        orders.forEach(this::send);

        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertEquals(100, settled(orders)));
        for (PlaceOrder order : orders) {
            boolean confirmed = books.status(order.orderId()).equals("confirmed");
            assertEquals(confirmed ? 1 : 0, sandbox.live(order.orderId()), order.paymentMethod());
        }
        var held = books.heldByOrders();
        assertEquals(held.get(plenty), books.level(plenty).reserved());
        assertEquals(held.get(scarce), books.level(scarce).reserved());
        assertEquals(List.of(), rebuild.run().corrected());
    }

    @Test
    void tellsKafkaWhatHappenedInOrder() {
        String sku = shop.item(100);
        var orders = IntStream.range(0, 20).mapToObj(_ -> Shop.order(line(sku, 1))).toList();

        orders.forEach(this::send);

        var told = read(orders.stream().map(PlaceOrder::key).toList(), 4 * orders.size());
        for (PlaceOrder order : orders) {
            var events = told.get(order.key());
            assertEquals(books.events(order.orderId()), events.stream().map(this::name).toList());
            assertEquals(
                    List.of("1", "2", "3", "4"),
                    events.stream().map(event -> header(event, "ce_sequence")).toList());
        }
    }

    private void send(Command command) {
        UUID id = MessageIds.next();
        QuarkusTransaction.requiringNew().run(() -> outbox.send(id, command, Cause.begin(id)));
    }

    private long settled(List<PlaceOrder> orders) {
        return books.query(
                        """
                        SELECT count(*) FROM order_state
                        WHERE id = ANY (string_to_array(?, ',')::uuid[])
                          AND status IN ('confirmed', 'rejected', 'declined')
                        """,
                        row -> row.getLong(1),
                        String.join(",", orders.stream().map(PlaceOrder::key).toList()))
                .getFirst();
    }

    /** What Kafka has of these keys, in its order, once there is so much. */
    private Map<String, List<ConsumerRecord<String, String>>> read(List<String> keys, int many) {
        var all = new ArrayList<ConsumerRecord<String, String>>();
        var settings =
                Map.<String, Object>of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka,
                        ConsumerConfig.GROUP_ID_CONFIG,
                        "journey-" + UUID.randomUUID(),
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest");
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(Topics.ORDERS));
            await().atMost(Duration.ofMinutes(2))
                    .until(
                            () -> {
                                consumer.poll(Duration.ofMillis(100)).forEach(all::add);
                                all.removeIf(record -> !keys.contains(record.key()));
                                return all.size() >= many;
                            });
        }
        return all.stream().collect(groupingBy(ConsumerRecord::key));
    }

    private String name(ConsumerRecord<String, String> event) {
        return header(event, "ce_type").split("\\.")[2];
    }

    private static String header(ConsumerRecord<String, String> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
