package dev.holdfast.courier.rabbit;

import dev.holdfast.contracts.Command;
import dev.holdfast.contracts.Queues;
import dev.holdfast.contracts.Service;
import dev.holdfast.courier.drain.HandedBack;
import dev.holdfast.courier.drain.Stopping;
import dev.holdfast.courier.handler.CallingHandler;
import dev.holdfast.courier.inbox.Inbox;
import dev.holdfast.courier.message.ProcessSpans;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Runs the commands that ask a third party: beside each other, each on a thread of its own, so that
 * a slow answer holds up nothing else.
 */
@ApplicationScoped
class CommandCalls {

    private static final Logger LOG = Logger.getLogger(CommandCalls.class);

    private final CommandTry tries;
    private final Inbox inbox;
    private final CommandMetrics metrics;
    private final ProcessSpans spans;
    private final Stopping stopping;
    private final Semaphore places;
    private final String queue;
    private final Map<UUID, CommandMessage> running = new ConcurrentHashMap<>();
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("call-", 0).factory());

    CommandCalls(
            CommandTry tries,
            Inbox inbox,
            CommandMetrics metrics,
            ProcessSpans spans,
            Stopping stopping,
            @ConfigProperty(name = "holdfast.courier.calls") int atOnce,
            @ConfigProperty(name = "holdfast.service") String service) {
        this.tries = tries;
        this.inbox = inbox;
        this.metrics = metrics;
        this.spans = spans;
        this.stopping = stopping;
        this.places = new Semaphore(atOnce);
        this.queue = Queues.commands(Service.named(service));
    }

    /** Begins the command; another delivery of one that is running gets that one's answer. */
    void begin(CommandMessage command, CallingHandler<?, ?, ?> handler) {
        CommandMessage already = running.putIfAbsent(command.id(), command);
        if (already == null) {
            threads.execute(() -> run(command, handler));
        } else {
            already.delivery().join(command.delivery());
        }
    }

    /** Waits for those that are running. */
    boolean finished(Duration within) throws InterruptedException {
        threads.shutdown();
        return threads.awaitTermination(within.toNanos(), TimeUnit.NANOSECONDS);
    }

    private <C extends Command, P, R> void run(
            CommandMessage command, CallingHandler<C, P, R> handler) {
        places.acquireUninterruptibly();
        try {
            if (!stopping.begun()) {
                var call = new CommandCall<>(inbox, metrics, handler, command);
                var envelope = List.of(command.envelope());
                tries.run(command, () -> spans.process(queue, envelope, call));
            }
        } catch (HandedBack e) {
            LOG.debugf("Message %s goes back to RabbitMQ.", command.id());
        } catch (RuntimeException | Error e) {
            LOG.errorf(e, "Message %s met a defect of the courier.", command.id());
            command.delivery().giveBack();
        } finally {
            places.release();
            running.remove(command.id());
        }
    }
}
