package dev.holdfast.courier.rabbit;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.GetResponse;
import dev.holdfast.courier.failpoint.Failpoint;
import dev.holdfast.courier.retry.Durably;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A queue in which RabbitMQ sets messages aside.
 *
 * <p><b>Guarantee.</b> A message leaves it only after what was made of it has been committed.
 * Killed before, RabbitMQ keeps it; killed between the commit and the answer, it comes again and
 * its letter is there already.
 */
final class DeadQueue {

    private static final int TOGETHER = 64;

    private final String name;
    private final Durably durably;
    private final Consumer<GetResponse> keep;

    /**
     * @param keep makes something durable of a message, in the current transaction
     */
    DeadQueue(String name, Durably durably, Consumer<GetResponse> keep) {
        this.name = name;
        this.durably = durably;
        this.keep = keep;
    }

    String name() {
        return name;
    }

    /**
     * Takes everything that is there. An outage of Postgres is waited out with the messages in
     * hand: each delivery without an answer would count against them.
     *
     * @throws dev.holdfast.courier.drain.HandedBack if the process stops first
     */
    void empty(Channel channel) throws IOException {
        List<GetResponse> messages = next(channel);
        while (!messages.isEmpty()) {
            List<GetResponse> taken = messages;
            durably.write(() -> taken.forEach(keep), Integer.MAX_VALUE);
            Failpoint.at("deadqueue.kept-not-acknowledged");
            channel.basicAck(taken.getLast().getEnvelope().getDeliveryTag(), true);
            messages = next(channel);
        }
    }

    private List<GetResponse> next(Channel channel) throws IOException {
        List<GetResponse> messages = new ArrayList<>();
        GetResponse message = channel.basicGet(name, false);
        while (message != null) {
            messages.add(message);
            message = messages.size() < TOGETHER ? channel.basicGet(name, false) : null;
        }
        return messages;
    }
}
