package dev.holdfast.courier.rabbit;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.courier.outbox.Broker;
import dev.holdfast.courier.relay.Carrier;
import dev.holdfast.courier.relay.Flight;
import dev.holdfast.courier.relay.NotCarried;
import dev.holdfast.courier.relay.Outgoing;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;

/**
 * Takes commands to RabbitMQ: the one place that publishes there. Persistent, {@code mandatory},
 * each message confirmed by a quorum; a returned message is a failure, not a success.
 */
@ApplicationScoped
class RabbitCarrier implements Carrier {

    private final RabbitLink link;
    private final CommandProperties properties;
    private Publisher publisher;

    RabbitCarrier(RabbitLink link, ObjectMapper json) {
        this.link = link;
        this.properties = new CommandProperties(json);
    }

    @Override
    public Broker broker() {
        return Broker.RABBITMQ;
    }

    @Override
    public Flight send(List<Outgoing> page) throws NotCarried {
        Publisher open = open();
        Flight flight;
        try {
            flight = open.publish(page);
        } catch (NotCarried e) {
            close(open);
            throw e;
        }
        return () -> land(open, flight);
    }

    private void land(Publisher from, Flight flight) throws NotCarried, InterruptedException {
        try {
            flight.land();
        } catch (NotCarried e) {
            close(from);
            throw e;
        }
    }

    private synchronized Publisher open() throws NotCarried {
        link.refuseWhileBlocked();
        if (publisher != null && publisher.open()) {
            return publisher;
        }
        try {
            publisher = new Publisher(link.channel(), properties);
            return publisher;
        } catch (IOException e) {
            throw new NotCarried("RabbitMQ closed the channel: " + e.getMessage(), e);
        }
    }

    private synchronized void close(Publisher failed) {
        failed.close();
        if (publisher == failed) {
            publisher = null;
        }
    }
}
