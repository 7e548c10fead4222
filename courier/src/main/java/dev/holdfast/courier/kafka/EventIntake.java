package dev.holdfast.courier.kafka;

import dev.holdfast.courier.drain.HandedBack;
import dev.holdfast.courier.drain.Intake;
import dev.holdfast.courier.drain.Stopping;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * Takes the events that this service reads from Kafka, a poll at a time: the next is asked for when
 * the last is durable, and the connector pauses the partitions meanwhile. A service that reads none
 * leaves the channel disabled.
 */
@ApplicationScoped
@IfBuildProperty(name = "mp.messaging.incoming.events.enabled", stringValue = "true")
class EventIntake implements Intake, Flow.Subscriber<Message<List<byte[]>>> {

    private static final Logger LOG = Logger.getLogger(EventIntake.class);
    private static final Duration AFTER_DEFECT = Duration.ofSeconds(1);

    private final Multi<Message<List<byte[]>>> wire;
    private final EventPoll poll;
    private final EventOffsets offsets;
    private final Stopping stopping;
    private final BlockingQueue<Optional<ConsumerRecords<String, byte[]>>> arrived =
            new ArrayBlockingQueue<>(2);
    private volatile Flow.Subscription subscription;
    private Thread thread;

    EventIntake(
            @Channel(EventOffsets.NAME) Multi<Message<List<byte[]>>> wire,
            EventPoll poll,
            EventOffsets offsets,
            Stopping stopping) {
        this.wire = wire;
        this.poll = poll;
        this.offsets = offsets;
        this.stopping = stopping;
    }

    /** After the inbox has its partitions. */
    void start(@Observes @Priority(5_000) StartupEvent start) {
        thread = Thread.ofVirtual().name("events").start(this::takePolls);
        wire.subscribe(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription fresh) {
        subscription = fresh;
        fresh.request(1);
    }

    @Override
    @SuppressWarnings("unchecked")
    public void onNext(Message<List<byte[]>> message) {
        message.getMetadata(IncomingKafkaRecordBatchMetadata.class)
                .map(batch -> (ConsumerRecords<String, byte[]>) batch.getRecords())
                .ifPresent(records -> arrived.add(Optional.of(records)));
    }

    @Override
    public void onError(Throwable problem) {
        LOG.errorf("The events' wire broke: %s", problem.getMessage());
    }

    @Override
    public void onComplete() {
        LOG.debug("The events' wire has ended.");
    }

    @Override
    public void close() {
        arrived.offer(Optional.empty());
    }

    @Override
    public boolean finished(Duration within) throws InterruptedException {
        boolean finished = thread.join(within);
        offsets.last();
        return finished;
    }

    private void takePolls() {
        try {
            while (!stopping.begun()) {
                var next = arrived.take();
                if (next.isPresent()) {
                    take(next.get());
                    subscription.request(1);
                }
            }
        } catch (HandedBack | InterruptedException e) {
            LOG.debug("The events in hand go back to Kafka.");
        }
    }

    /**
     * Whatever goes wrong, a poll is taken to its end before the next: the inbox knows the rest.
     */
    private void take(ConsumerRecords<String, byte[]> records) {
        boolean taken = false;
        while (!taken) {
            try {
                poll.take(records);
                taken = true;
            } catch (HandedBack e) {
                throw e;
            } catch (RuntimeException | Error e) {
                LOG.error("A poll met a defect of the courier; it is taken again.", e);
                stopping.pause(AFTER_DEFECT);
            }
        }
    }
}
