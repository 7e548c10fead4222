package dev.holdfast.courier.receiving;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.contracts.stock.AdjustStock;
import dev.holdfast.courier.message.MessageIds;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;

/** RabbitMQ promises no order, and each message stands for itself. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@DisplayName("Over RabbitMQ")
class RabbitConformanceTest extends TransportConformance {

    @Inject ObjectMapper json;

    private Rabbit rabbit;

    @BeforeEach
    void connect() throws Exception {
        rabbit = new Rabbit();
    }

    @AfterEach
    void disconnect() throws Exception {
        rabbit.end();
    }

    @Override
    Message message(String key, int n) {
        var command = new AdjustStock(MessageIds.next(), key, n, "test");
        try {
            return new Message(key, n, Messages.of(command), json.writeValueAsBytes(command));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    void deliver(Message message) throws Exception {
        rabbit.send(message.envelope(), message.body());
    }

    @Override
    String effect(int n) {
        return "adjusted " + n;
    }

    @Override
    boolean keepsOrder() {
        return false;
    }

    @Override
    String deadFor() {
        return "permanent";
    }
}
