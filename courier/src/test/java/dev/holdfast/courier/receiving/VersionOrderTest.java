package dev.holdfast.courier.receiving;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.contracts.stock.StockChanged;
import dev.holdfast.courier.message.MessageIds;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What versions do that ids cannot: here each record has an id that the inbox has never seen. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class VersionOrderTest {

    @Inject Effects effects;
    @Inject Script script;
    @Inject ObjectMapper json;

    private Kafka kafka;

    @BeforeEach
    void connect() {
        kafka = new Kafka();
    }

    @AfterEach
    void disconnect() {
        kafka.end();
    }

    @Test
    void anOldPageThatIsSentAgainChangesNothing() throws Exception {
        send("stale", 1, 2, 3);
        send("stale", 2, 3, 1, 4);
        awaitHandled("stale", 1, 4);
        assertEquals(List.of("4"), version("stale"));
        assertEquals(List.of(), reason("stale"));
    }

    @Test
    void whatSkipsAVersionWaitsForItAndOtherKeysDoNot() throws Exception {
        send("gap", 1);
        send("gap", 4, 3);
        send("beside-gap", 1, 2);
        awaitHandled("beside-gap", 1, 2);
        await().until(() -> reason("gap"), List.of("gap")::equals);
        assertEquals(List.of("on hand 1"), effects.of("gap"));

        send("gap", 2);
        awaitHandled("gap", 1, 4);
        await().until(() -> reason("gap"), List.of()::equals);
        send("gap", 5);
        awaitHandled("gap", 1, 5);
    }

    @Test
    void aTopicThatWasWipedIsFilledAgainInAnyOrder() throws Exception {
        send("wiped", 1, 2);
        awaitHandled("wiped", 1, 2);
        send("wiped", 6, 1, 4, 2, 7, 3, 5, 6);
        awaitHandled("wiped", 1, 7);
        await().until(() -> reason("wiped"), List.of()::equals);
        assertEquals(List.of("7"), version("wiped"));
    }

    @Test
    void aKeyNeverSeenWaitsForItsBeginning() throws Exception {
        send("unseen", 2, 3);
        await().until(() -> reason("unseen"), List.of("gap")::equals);
        assertEquals(List.of(), effects.of("unseen"));
        send("unseen", 1);
        awaitHandled("unseen", 1, 3);
    }

    @Test
    void aKeyWhoseBeginningHasLeftTheTopicBeginsWhereItIs() throws Exception {
        send("aged", madeAgo(Duration.ofHours(1)), 5);
        send("aged", 6);
        awaitHandled("aged", 5, 6);
    }

    /** The default of holdfast.parking.beginning-wait is ten minutes. */
    @Test
    void whatWaitsForABeginningThatNeverComesGoesOnInTheEnd() throws Exception {
        send("ageing", madeAgo(Duration.ofMinutes(10).minusSeconds(4)), 8);
        await().until(() -> reason("ageing"), List.of("gap")::equals);
        assertEquals(List.of(), effects.of("ageing"));
        awaitHandled("ageing", 8, 8);
    }

    @Test
    void aPoisonVersionHoldsUpThoseBehindItAndNoneIsHandledTwice() throws Exception {
        script.play("ill 2", _ -> new IllegalStateException("Cannot be."));
        send("ill", 1, 2, 3);
        await().until(() -> reason("ill"), List.of("transient")::equals);
        send("ill", 2, 5, 3, 4);
        await().until(() -> script.runs("ill 2") > 3);
        script.heal("ill 2");
        awaitHandled("ill", 1, 5);
        await().until(() -> reason("ill"), List.of()::equals);
    }

    private void send(String sku, long... versions) throws Exception {
        for (long version : versions) {
            send(sku, MessageIds.next(), version);
        }
    }

    private void send(String sku, UUID id, long version) throws Exception {
        var event = new StockChanged(sku, version, 0, "counted");
        kafka.send(Messages.of(event, id, version), json.writeValueAsBytes(event));
    }

    private static UUID madeAgo(Duration age) {
        long random = MessageIds.next().getLeastSignificantBits();
        return new UUID((Instant.now().minus(age).toEpochMilli() << 16) | 0x7000, random);
    }

    private void awaitHandled(String sku, long first, long last) {
        List<String> all =
                LongStream.rangeClosed(first, last).mapToObj(i -> "on hand " + i).toList();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertEquals(all, effects.of(sku)));
    }

    private List<String> reason(String sku) {
        return effects.column("SELECT reason FROM parked_key WHERE key = ?", sku);
    }

    private List<String> version(String sku) {
        return effects.column("SELECT sequence FROM handled_version WHERE key = ?", sku);
    }
}
