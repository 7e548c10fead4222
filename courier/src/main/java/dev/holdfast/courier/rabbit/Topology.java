package dev.holdfast.courier.rabbit;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import dev.holdfast.contracts.Queues;
import dev.holdfast.contracts.Service;
import dev.holdfast.courier.retry.Tier;
import java.io.IOException;
import java.util.Map;

/**
 * Every exchange and queue of the suite, declared by every service: whoever comes first finds a
 * queue for what it sends, also of a service that has never run.
 *
 * <p>Declaring what is there already changes nothing; declaring it with other arguments is refused
 * by the broker and reported as drift.
 */
public final class Topology {

    /** After so many deliveries without an answer RabbitMQ itself sets a message aside. */
    static final int DELIVERY_LIMIT = 50;

    private Topology() {}

    /** Declares everything. */
    public static void declare(Channel channel) throws IOException {
        channel.exchangeDeclare(Queues.UNROUTABLE, BuiltinExchangeType.FANOUT, true);
        channel.queueDeclare(
                Queues.UNROUTABLE, true, false, false, Map.of("x-queue-type", "quorum"));
        channel.queueBind(Queues.UNROUTABLE, Queues.UNROUTABLE, "");
        channel.exchangeDeclare(
                Queues.COMMANDS,
                BuiltinExchangeType.TOPIC,
                true,
                false,
                Map.of("alternate-exchange", Queues.UNROUTABLE));
        for (Service service : Service.values()) {
            declare(channel, service);
        }
    }

    /** The arguments of a service's command queue. */
    public static Map<String, Object> arguments(Service service) {
        return Map.of(
                "x-queue-type", "quorum",
                "x-dead-letter-exchange", "",
                "x-dead-letter-routing-key", Queues.dead(service),
                "x-dead-letter-strategy", "at-least-once",
                "x-overflow", "reject-publish",
                "x-delivery-limit", DELIVERY_LIMIT);
    }

    private static void declare(Channel channel, Service service) throws IOException {
        channel.queueDeclare(
                Queues.dead(service), true, false, false, Map.of("x-queue-type", "quorum"));
        channel.queueDeclare(Queues.commands(service), true, false, false, arguments(service));
        channel.queueBind(Queues.commands(service), Queues.COMMANDS, Queues.binding(service));
        for (Tier tier : Tier.values()) {
            channel.queueDeclare(
                    Queues.retry(service, tier.label()), true, false, false, arguments(tier));
        }
    }

    /** A message that has waited long enough goes back to the exchange it first came through. */
    private static Map<String, Object> arguments(Tier tier) {
        return Map.of(
                "x-queue-type", "quorum",
                "x-message-ttl", tier.delay().toMillis(),
                "x-dead-letter-exchange", Queues.COMMANDS,
                "x-dead-letter-strategy", "at-least-once",
                "x-overflow", "reject-publish");
    }
}
