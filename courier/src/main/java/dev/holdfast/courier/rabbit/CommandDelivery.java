package dev.holdfast.courier.rabbit;

import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/**
 * A command as RabbitMQ delivered it. It is answered once, on the channel it came through and on no
 * other: the same number means another message there.
 */
final class CommandDelivery {

    private static final Logger LOG = Logger.getLogger(CommandDelivery.class);

    private enum Answer {
        NONE,
        TAKEN,
        RETURNED
    }

    private final Channel channel;
    private final long number;
    private final Map<String, Object> headers;
    private final byte[] body;
    private final List<CommandDelivery> twins = new ArrayList<>();
    private Answer answer = Answer.NONE;

    CommandDelivery(Channel channel, long number, Map<String, Object> headers, byte[] body) {
        this.channel = channel;
        this.number = number;
        this.headers = headers;
        this.body = body;
    }

    /** Whether it can still be answered; if not, RabbitMQ delivers it again. */
    boolean live() {
        return channel.isOpen();
    }

    byte[] body() {
        return body;
    }

    /** A header's text; null if there is none. */
    String header(String name) {
        Object value = headers.get(name);
        return value == null ? null : value.toString();
    }

    /** All headers as text. */
    Map<String, String> headers() {
        Map<String, String> texts = new TreeMap<>();
        headers.forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return texts;
    }

    /** Another delivery of the same message gets the answer that this one gets. */
    synchronized void join(CommandDelivery twin) {
        switch (answer) {
            case NONE -> twins.add(twin);
            case TAKEN -> twin.acknowledge();
            case RETURNED -> twin.giveBack();
        }
    }

    /** What became of it is durable: RabbitMQ may forget it. */
    synchronized void acknowledge() {
        if (answer == Answer.NONE) {
            answer = Answer.TAKEN;
            send(() -> channel.basicAck(number, false));
            twins.forEach(CommandDelivery::acknowledge);
        }
    }

    /** Nothing became of it: RabbitMQ delivers it again, and gives up after its limit. */
    synchronized void giveBack() {
        if (answer == Answer.NONE) {
            answer = Answer.RETURNED;
            send(() -> channel.basicNack(number, false, true));
            twins.forEach(CommandDelivery::giveBack);
        }
    }

    /** An answer that gets lost costs a redelivery, which the inbox absorbs. */
    private void send(Sending sending) {
        try {
            sending.send();
        } catch (IOException | AlreadyClosedException e) {
            LOG.debugf("The channel closed before delivery %d was answered.", number);
        }
    }

    private interface Sending {
        void send() throws IOException;
    }
}
