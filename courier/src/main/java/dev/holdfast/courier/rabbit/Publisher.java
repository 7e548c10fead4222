package dev.holdfast.courier.rabbit;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Method;
import com.rabbitmq.client.ShutdownSignalException;
import dev.holdfast.courier.relay.Flight;
import dev.holdfast.courier.relay.NotCarried;
import dev.holdfast.courier.relay.Outgoing;
import dev.holdfast.courier.relay.PageRefused;
import dev.holdfast.courier.relay.Refusal;
import dev.holdfast.courier.relay.Refused;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A channel in confirm mode with the ledger of what is under way on it. */
final class Publisher {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Channel channel;
    private final CommandProperties properties;
    private final ConfirmLedger ledger = new ConfirmLedger();

    Publisher(Channel channel, CommandProperties properties) throws IOException {
        this.channel = channel;
        this.properties = properties;
        channel.confirmSelect();
        channel.addConfirmListener(
                ledger::confirmed,
                (number, upTo) -> ledger.refused(number, upTo, "RabbitMQ refused a message."));
        channel.addReturnListener(
                returned ->
                        ledger.returned(
                                returned.getProperties().getMessageId(),
                                "RabbitMQ has no queue for '%s'."
                                        .formatted(returned.getRoutingKey())));
        channel.addShutdownListener(signal -> ledger.fail(closed(signal)));
    }

    boolean open() {
        return channel.isOpen();
    }

    /**
     * Publishes a page.
     *
     * @throws Refused if the client itself refuses a message; the channel is of no use then
     */
    Flight publish(List<Outgoing> page) throws NotCarried {
        long first = channel.getNextPublishSeqNo();
        for (Outgoing message : page) {
            publish(message);
        }
        return () -> land(page, first);
    }

    /** Drops the channel with all that is pending on it: late confirms then count for nothing. */
    void close() {
        try {
            channel.abort();
        } catch (IOException e) {
            throw new IllegalStateException("A channel's abort does not fail.", e);
        }
    }

    private void publish(Outgoing message) throws NotCarried {
        try {
            var written = properties.of(message);
            ledger.expect(channel.getNextPublishSeqNo());
            channel.basicPublish(
                    message.exchange(), message.address(), true, written, message.body());
        } catch (IllegalArgumentException e) {
            String reason = "RabbitMQ's client cannot write it: " + e.getMessage();
            throw new Refused(List.of(new Refusal(message, reason, true)));
        } catch (AlreadyClosedException e) {
            throw closed(e);
        } catch (IOException e) {
            throw new NotCarried("RabbitMQ closed the channel: " + e.getMessage(), e);
        }
    }

    private void land(List<Outgoing> page, long first) throws NotCarried, InterruptedException {
        ledger.await(first + page.size() - 1, PATIENCE);
        if (ledger.nothingRefused()) {
            return;
        }
        List<Refusal> refusals = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            Outgoing message = page.get(i);
            String reason = ledger.refusal(first + i, message.envelope().id().toString());
            if (reason != null) {
                refusals.add(new Refusal(message, reason, false));
            }
        }
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
    }

    /** A channel that is closed for what was sent, or for the broker's own reasons. */
    private static NotCarried closed(ShutdownSignalException signal) {
        Method reason = signal.getReason();
        if (reason instanceof AMQP.Channel.Close close
                && (close.getReplyCode() == AMQP.NOT_FOUND
                        || close.getReplyCode() == AMQP.PRECONDITION_FAILED)) {
            return new PageRefused("RabbitMQ refuses a message: " + close.getReplyText(), signal);
        }
        return new NotCarried("RabbitMQ closed the channel: " + signal.getMessage(), signal);
    }
}
