package dev.holdfast.courier.rabbit;

import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.NoOpMetricsCollector;
import com.rabbitmq.client.ShutdownSignalException;
import io.smallrye.reactive.messaging.ClientCustomizer;
import io.vertx.rabbitmq.RabbitMQOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * Knows the channel behind each consumer tag.
 *
 * <p>The connector acknowledges on whatever channel is open at the time. After a reconnect that is
 * another one, on which the same delivery number stands for a message that nobody has handled yet:
 * a crash would then lose it. So deliveries are answered on their own channel, which the client's
 * metrics interface is the one place to learn.
 */
@ApplicationScoped
class CommandChannels implements ClientCustomizer<RabbitMQOptions> {

    static final String NAME = "commands";

    private static final Logger LOG = Logger.getLogger(CommandChannels.class);

    private final Map<String, Channel> byTag = new ConcurrentHashMap<>();
    private volatile Connection connection;

    @Override
    public RabbitMQOptions customize(String channel, Config config, RabbitMQOptions options) {
        return NAME.equals(channel) ? options.setMetricsCollector(new Collector()) : options;
    }

    /** The channel on which this consumer was begun; null if it was closed since. */
    Channel of(String consumerTag) {
        return byTag.get(consumerTag);
    }

    /** Whether commands can arrive. */
    boolean consuming() {
        return byTag.values().stream().anyMatch(Channel::isOpen);
    }

    /** Has RabbitMQ deliver nothing more; what it delivered can still be answered. */
    void cancel() {
        byTag.forEach(
                (tag, channel) -> {
                    try {
                        channel.basicCancel(tag);
                    } catch (IOException | AlreadyClosedException e) {
                        LOG.debugf("Consumer %s had ended already.", tag);
                    }
                });
    }

    private static void ended(ShutdownSignalException reason) {
        if (!reason.isInitiatedByApplication()) {
            LOG.warnf("RabbitMQ has gone; commands wait there: %s", reason.getMessage());
        }
    }

    private final class Collector extends NoOpMetricsCollector {

        /** The connector leaves a connection open whose topology was refused. */
        @Override
        public void newConnection(Connection fresh) {
            Connection before = connection;
            connection = fresh;
            if (before != null) {
                before.abort(0);
            }
        }

        @Override
        public void basicConsume(Channel channel, String consumerTag, boolean autoAck) {
            byTag.values().removeIf(known -> !known.isOpen());
            byTag.put(consumerTag, channel);
            channel.addShutdownListener(CommandChannels::ended);
            LOG.info("Commands arrive from RabbitMQ.");
        }
    }
}
