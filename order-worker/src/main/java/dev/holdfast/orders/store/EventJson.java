package dev.holdfast.orders.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.contracts.Catalogue;
import dev.holdfast.contracts.orders.OrderEvent;
import jakarta.enterprise.context.ApplicationScoped;

/** Events as the store has them. */
@ApplicationScoped
class EventJson {

    private final ObjectMapper mapper;

    EventJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    String write(OrderEvent event) {
        try {
            return mapper.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new StoreFailure("An event cannot be written as JSON.", e);
        }
    }

    /**
     * The event of today that a stored one reads as.
     *
     * @throws StoreFailure if this build does not know its type or cannot read it; a stream is
     *     never read in part
     */
    OrderEvent read(StoredEvent stored) {
        try {
            var node = (ObjectNode) mapper.readTree(stored.data());
            var today = Upcasters.ALL.upcast(stored.type(), node);
            return (OrderEvent) mapper.treeToValue(today.data(), classOf(today.type()));
        } catch (JsonProcessingException | IllegalArgumentException | ClassCastException e) {
            throw new StoreFailure(
                    "Event %d of order %s, a %s, cannot be read."
                            .formatted(stored.version(), stored.streamId(), stored.type()),
                    e);
        }
    }

    private static Class<?> classOf(String type) {
        return Catalogue.event(type)
                .orElseThrow(
                        () -> new IllegalArgumentException("There is no event type " + type + "."))
                .body();
    }
}
