package dev.holdfast.courier.receiving;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.contracts.stock.StockChanged;
import dev.holdfast.courier.message.MessageIds;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;

/** Kafka promises the order of each key, so what cannot be handled holds its key up. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@DisplayName("Over Kafka")
class KafkaConformanceTest extends TransportConformance {

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

    @Override
    Message message(String key, int n) {
        var event = new StockChanged(key, n, 0, "counted");
        try {
            return new Message(
                    key,
                    n,
                    Messages.of(event, MessageIds.next(), n),
                    json.writeValueAsBytes(event));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    void deliver(Message message) throws Exception {
        kafka.send(message.envelope(), message.body());
    }

    @Override
    String effect(int n) {
        return "on hand " + n;
    }

    @Override
    boolean keepsOrder() {
        return true;
    }

    @Override
    String deadFor() {
        return "parked";
    }
}
