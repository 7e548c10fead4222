package dev.holdfast.courier.rabbit;

import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import dev.holdfast.contracts.Queues;
import dev.holdfast.contracts.Service;
import dev.holdfast.courier.drain.HandedBack;
import dev.holdfast.courier.drain.Stopping;
import dev.holdfast.courier.relay.NotCarried;
import dev.holdfast.courier.retry.Durably;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Fetches what RabbitMQ itself set aside into the table of dead letters: every service from its own
 * {@code <service>.commands.dead}, and one of them, the gateway because it never stands at zero
 * replicas, from {@code unroutable}.
 *
 * <p>It asks now and then instead of listening: these queues are empty nearly always, and what is
 * asked for anew each time cannot be left half alive by a broker that comes and goes. While a
 * service stands at zero, its dead queue keeps what it has, and the alarm on the queue tells.
 */
@ApplicationScoped
class DeadQueues {

    private static final Logger LOG = Logger.getLogger(DeadQueues.class);

    private final RabbitLink link;
    private final Stopping stopping;
    private final List<DeadQueue> queues = new ArrayList<>();

    DeadQueues(
            RabbitLink link,
            SetAside setAside,
            Durably durably,
            Stopping stopping,
            @ConfigProperty(name = "holdfast.service") String service,
            @ConfigProperty(name = "holdfast.deadletters.unroutable") boolean unroutable) {
        this.link = link;
        this.stopping = stopping;
        String own = Queues.dead(Service.named(service));
        queues.add(new DeadQueue(own, durably, setAside::givenUp));
        if (unroutable) {
            queues.add(new DeadQueue(Queues.UNROUTABLE, durably, setAside::unroutable));
        }
    }

    @Scheduled(
            every = "{holdfast.deadletters.fetch-every}",
            delayed = "1s",
            identity = "dead-queues",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void tick() {
        if (link.up() && !stopping.begun()) {
            queues.forEach(this::empty);
        }
    }

    /** A channel each: closing it gives back what has no answer. */
    private void empty(DeadQueue queue) {
        try (Channel channel = link.channel()) {
            queue.empty(channel);
        } catch (NotCarried | IOException | TimeoutException | AlreadyClosedException e) {
            LOG.debugf("Queue %s is asked again later: %s", queue.name(), e.getMessage());
        } catch (HandedBack e) {
            LOG.debugf("What came from %s goes back to it.", queue.name());
        }
    }
}
