package dev.holdfast.courier.receiving;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.contracts.stock.AdjustStock;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.courier.outbox.Outbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BouncedServers.class, restrictToAnnotatedClass = true)
@DisplayName("A service whose Postgres is behind PgBouncer in transaction mode")
class BehindPgBouncerTest {

    private static final int COMMANDS = 50;

    @Inject Outbox outbox;
    @Inject Effects effects;

    @Test
    @DisplayName("migrates, sends, and takes in what was sent, once each")
    void works() {
        String sku = "bounced-" + MessageIds.next();
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            for (int i = 0; i < COMMANDS; i++) {
                                var story = Cause.begin(MessageIds.next());
                                outbox.send(
                                        new AdjustStock(MessageIds.next(), sku, 1, "test"), story);
                            }
                        });
        await().atMost(Duration.ofSeconds(60)).until(() -> effects.of(sku).size() >= COMMANDS);
        assertEquals(COMMANDS, effects.of(sku).size());
        String relayed = "SELECT since IS NULL FROM waiting_feed WHERE feed = ?";
        await().atMost(Duration.ofSeconds(60))
                .until(() -> effects.column(relayed, "commands").equals(List.of("t")));
    }
}
