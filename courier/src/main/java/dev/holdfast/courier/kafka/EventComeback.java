package dev.holdfast.courier.kafka;

import dev.holdfast.courier.parking.Comeback;
import dev.holdfast.courier.parking.ParkedMessage;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Takes up again the events of a parked key. The inbox has them since they were parked. */
@ApplicationScoped
@IfBuildProperty(name = "mp.messaging.incoming.events.enabled", stringValue = "true")
class EventComeback implements Comeback {

    private final EventReader reader;
    private final EventBatch batch;

    EventComeback(EventReader reader, EventBatch batch) {
        this.reader = reader;
        this.batch = batch;
    }

    @Override
    public String consumer() {
        return EventBatch.CONSUMER;
    }

    @Override
    public void handle(String topic, List<ParkedMessage> messages) {
        batch.handle(topic, messages.stream().map(parked -> read(topic, parked)).toList());
    }

    private EventMessage read(String topic, ParkedMessage parked) {
        return reader.reread(new EventRecord(topic, "parked", parked.headers(), parked.body()));
    }
}
