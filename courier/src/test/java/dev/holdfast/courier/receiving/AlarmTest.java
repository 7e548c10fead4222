package dev.holdfast.courier.receiving;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.contracts.stock.AdjustStock;
import dev.holdfast.courier.message.Envelope;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.devstack.stack.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** RabbitMQ is out of memory: whoever publishes is blocked until it is not. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class AlarmTest {

    private static final int MANY = 20;

    @Inject Effects effects;
    @Inject Script script;
    @Inject ObjectMapper json;

    @AfterEach
    void enough() {
        memory("0.4");
    }

    @Test
    void isWaitedOutWithNoAttemptCountedForIt() throws Exception {
        var failing = new AtomicBoolean(true);
        var held = new CountDownLatch(1);
        List<Envelope> sent = new ArrayList<>();
        Rabbit rabbit = new Rabbit();
        await().atMost(Duration.ofSeconds(30)).until(() -> rabbit.consumers() == 1);
        for (int i = 0; i < MANY; i++) {
            script.play("alarm-" + i, _ -> failing.get() ? after(held) : null);
            var command = new AdjustStock(MessageIds.next(), "alarm-" + i, 1, "test");
            sent.add(Messages.of(command));
            rabbit.send(sent.getLast(), json.writeValueAsBytes(command));
        }
        memory("0.0001");
        held.countDown();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> sent.forEach(one -> assertEquals(List.of("1"), tries(one))));
        failing.set(false);
        int runs = script.runs("alarm-0");
        await().during(Duration.ofSeconds(8))
                .atMost(Duration.ofSeconds(30))
                .until(() -> script.runs("alarm-0") == runs);
        memory("0.4");
        for (int i = 0; i < MANY; i++) {
            String key = "alarm-" + i;
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertEquals(List.of("adjusted 1"), effects.of(key)));
        }
        for (Envelope one : sent) {
            assertEquals(List.of("1"), tries(one));
            assertEquals(
                    List.of(),
                    effects.column(
                            "SELECT reason FROM dead_letter WHERE message_id = ?", one.id()));
        }
        rabbit.end();
    }

    /** The attempts that each retry copy counts. */
    private List<String> tries(Envelope of) {
        return effects.column(
                "SELECT headers ->> 'holdfast-attempts' FROM outbox WHERE message_id = ? ORDER BY seq",
                of.id());
    }

    private static void memory(String watermark) {
        TestServers.shared().rabbitMq().control("set_vm_memory_high_watermark", watermark);
    }

    private static Throwable after(CountDownLatch latch) {
        try {
            latch.await();
            return new IllegalStateException("Not yet.");
        } catch (InterruptedException e) {
            return e;
        }
    }
}
