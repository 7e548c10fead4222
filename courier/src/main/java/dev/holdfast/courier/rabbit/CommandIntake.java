package dev.holdfast.courier.rabbit;

import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import dev.holdfast.courier.drain.HandedBack;
import dev.holdfast.courier.drain.Intake;
import dev.holdfast.courier.drain.Stopping;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.reactive.messaging.rabbitmq.IncomingRabbitMQMessage;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * Takes this service's commands from RabbitMQ: what has arrived by the time one batch is done is
 * the next batch, so nothing waits for company and a crowd is handled as one.
 *
 * <p>The connector is only the wire. It hears of no failure and answers no delivery: its default
 * makes dead letters of good messages whenever Postgres or the process stops.
 */
@ApplicationScoped
class CommandIntake implements Intake {

    private static final Logger LOG = Logger.getLogger(CommandIntake.class);
    private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(1);
    private static final CommandDelivery END = new CommandDelivery(null, 0, Map.of(), new byte[0]);

    private final Multi<Message<byte[]>> wire;
    private final CommandChannels channels;
    private final RabbitLink link;
    private final CommandWork work;
    private final CommandCalls calls;
    private final Stopping stopping;
    private final int batch;
    private final List<Thread> threads = new ArrayList<>();

    /** Bounded by the prefetch: RabbitMQ sends no more than that without an answer. */
    private final BlockingQueue<CommandDelivery> arrived = new LinkedBlockingQueue<>();

    private volatile CountDownLatch wireEnded = new CountDownLatch(1);

    CommandIntake(
            @org.eclipse.microprofile.reactive.messaging.Channel(CommandChannels.NAME)
                    Multi<Message<byte[]>> wire,
            CommandChannels channels,
            RabbitLink link,
            CommandWork work,
            CommandCalls calls,
            Stopping stopping,
            @ConfigProperty(name = "holdfast.courier.batch") int batch) {
        this.wire = wire;
        this.channels = channels;
        this.link = link;
        this.work = work;
        this.calls = calls;
        this.stopping = stopping;
        this.batch = batch;
    }

    /** After the inbox has its partitions. */
    void start(@Observes @Priority(5_000) StartupEvent start) {
        threads.add(Thread.ofVirtual().name("commands-wire").start(this::keepListening));
        threads.add(Thread.ofVirtual().name("commands").start(this::takeBatches));
    }

    @Override
    public void close() {
        Infrastructure.setDroppedExceptionHandler(CommandIntake::droppedWhileClosing);
        arrived.add(END);
        wireEnded.countDown();
    }

    /** The connectors cancel what has ended, on channels that may have closed long ago. */
    private static void droppedWhileClosing(Throwable dropped) {
        boolean closed =
                dropped instanceof IOException || dropped instanceof AlreadyClosedException;
        if (closed) {
            LOG.debugf("Dropped while closing: %s", dropped.getMessage());
        } else {
            LOG.error("Dropped while closing.", dropped);
        }
    }

    @Override
    public boolean finished(Duration within) throws InterruptedException {
        long deadline = System.nanoTime() + within.toNanos();
        channels.cancel();
        boolean finished = true;
        for (Thread thread : threads) {
            finished &= thread.join(Duration.ofNanos(deadline - System.nanoTime()));
        }
        return finished & calls.finished(Duration.ofNanos(deadline - System.nanoTime()));
    }

    /**
     * The connector reconnects by itself, but ends for good once its queue was deleted. It declares
     * nothing: a queue that differs from what this version declares is still listened to, so that
     * it runs empty and can be deleted.
     */
    private void keepListening() {
        try {
            while (!stopping.begun()) {
                var ended = new CountDownLatch(1);
                wireEnded = ended;
                wire.subscribe()
                        .with(
                                this::arrive,
                                problem -> {
                                    LOG.warnf(
                                            "Listening for commands again: %s",
                                            problem.getMessage());
                                    ended.countDown();
                                },
                                ended::countDown);
                ended.await();
                stopping.pause(BEFORE_NEXT_TRY);
                link.declareAgain();
            }
        } catch (HandedBack | InterruptedException e) {
            LOG.debug("Listening for commands has ended.");
        }
    }

    private void arrive(Message<byte[]> message) {
        IncomingRabbitMQMessage<?> delivered = message.unwrap(IncomingRabbitMQMessage.class);
        Channel channel = channels.of(delivered.message.consumerTag());
        if (channel != null) {
            arrived.add(
                    new CommandDelivery(
                            channel,
                            delivered.message.envelope().getDeliveryTag(),
                            delivered.getHeaders(),
                            message.getPayload()));
        }
    }

    private void takeBatches() {
        try {
            while (!stopping.begun()) {
                List<CommandDelivery> next = new ArrayList<>(batch);
                next.add(arrived.take());
                arrived.drainTo(next, batch - 1);
                if (!next.contains(END)) {
                    take(next);
                }
            }
        } catch (HandedBack | InterruptedException e) {
            LOG.debug("The commands in hand go back to RabbitMQ.");
        }
    }

    /** Whatever goes wrong, the next batch is taken. */
    private void take(List<CommandDelivery> deliveries) {
        try {
            work.take(deliveries);
        } catch (HandedBack e) {
            throw e;
        } catch (RuntimeException | Error e) {
            LOG.error("A batch met a defect of the courier; it goes back to RabbitMQ.", e);
            deliveries.forEach(CommandDelivery::giveBack);
        }
    }
}
