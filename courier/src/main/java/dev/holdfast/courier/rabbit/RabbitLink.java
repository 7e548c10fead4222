package dev.holdfast.courier.rabbit;

import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import dev.holdfast.courier.relay.NotCarried;
import io.quarkiverse.rabbitmqclient.RabbitMQClient;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Keeps one connection to RabbitMQ for publishing, and declares the topology each time it is made:
 * a broker that comes back empty has its queues again before anything is sent.
 *
 * <p>Its own loop rather than the client's recovery: after a failure nothing half-alive is left,
 * and whoever asks for a channel meanwhile is told at once that there is none.
 */
@ApplicationScoped
class RabbitLink {

    private static final Logger LOG = Logger.getLogger(RabbitLink.class);
    private static final Duration RETRY = Duration.ofMillis(500);
    private static final Duration RETRY_AFTER_REFUSAL = Duration.ofSeconds(5);
    private static final Duration DECLARE_AGAIN = Duration.ofSeconds(30);

    private final RabbitMQClient client;
    private final SynchronousQueue<Boolean> stopping = new SynchronousQueue<>();
    private volatile Connection connection;
    private volatile String blocked;
    private volatile boolean stopped;
    private volatile String lastProblem;
    private int connections;

    RabbitLink(RabbitMQClient client) {
        this.client = client;
    }

    /** Before the connectors start: a consumer needs its queue. */
    void start(@Observes @Priority(1) StartupEvent start) throws InterruptedException {
        var firstTry = new CountDownLatch(1);
        Thread.ofVirtual().name("rabbitmq-link").start(() -> keep(firstTry));
        firstTry.await();
    }

    /** After the relay has stopped. */
    void stop(@Observes @Priority(20_000) ShutdownEvent stop) {
        stopped = true;
        stopping.offer(true);
        close(connection);
    }

    /** Whether there is a connection. */
    boolean up() {
        Connection current = connection;
        return current != null && current.isOpen();
    }

    /** What keeps this service from sending, in a sentence. */
    Optional<String> problem() {
        return Optional.ofNullable(lastProblem);
    }

    /**
     * Declares everything once more, in case somebody deleted some of it. If that is refused, the
     * connection is given up, and what is wrong is told when the next one meets it.
     */
    void declareAgain() {
        Connection current = connection;
        if (current != null && blocked == null) {
            try {
                declare(current);
            } catch (IOException | TimeoutException | AlreadyClosedException e) {
                LOG.debugf("What was declared is not there any more: %s", e.getMessage());
                close(current);
            }
        }
    }

    /**
     * A new channel.
     *
     * @throws NotCarried if there is no connection, or the broker takes nothing at the moment
     */
    Channel channel() throws NotCarried {
        Connection current = connection;
        if (current == null) {
            throw new NotCarried("RabbitMQ cannot be reached.");
        }
        refuseWhileBlocked();
        try {
            return current.createChannel();
        } catch (IOException | AlreadyClosedException e) {
            throw new NotCarried("RabbitMQ gave no channel.", e);
        }
    }

    /**
     * Publishing on a blocked connection would hang in the socket, for as long as the alarm lasts.
     *
     * @throws NotCarried if the broker has said that it takes nothing
     */
    void refuseWhileBlocked() throws NotCarried {
        String reason = blocked;
        if (reason != null) {
            throw new NotCarried("RabbitMQ takes nothing for now: " + reason + ".");
        }
    }

    private void keep(CountDownLatch firstTry) {
        try {
            while (!stopped) {
                Duration pause = connectAndStay(firstTry);
                firstTry.countDown();
                stopping.poll(pause.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when the connection has ended, with how long to wait before the next. */
    private Duration connectAndStay(CountDownLatch firstTry) throws InterruptedException {
        var ended = new CountDownLatch(1);
        Connection fresh = null;
        try {
            // The client gives a connection of a known name again, even if it has ended.
            fresh = client.connect("holdfast-publisher-" + ++connections);
            fresh.addShutdownListener(reason -> ended.countDown());
            fresh.addBlockedListener(this::blocked, this::unblocked);
            declare(fresh);
            connection = fresh;
            lastProblem = null;
            LOG.info("Connected to RabbitMQ; every exchange and queue is declared.");
            firstTry.countDown();
            while (!ended.await(DECLARE_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                if (blocked == null) {
                    declare(fresh);
                }
            }
            return RETRY;
        } catch (IOException | TimeoutException | RuntimeException e) {
            return problem(e);
        } finally {
            connection = null;
            blocked = null;
            close(fresh);
        }
    }

    /** A memory or disk alarm: RabbitMQ reads nothing more of this connection until it is over. */
    private void blocked(String reason) {
        blocked = reason;
        told("RabbitMQ takes nothing in, so that what is to be sent waits: %s.".formatted(reason));
    }

    private void unblocked() {
        blocked = null;
        lastProblem = null;
        LOG.info("RabbitMQ takes messages in again.");
    }

    private static void declare(Connection connection) throws IOException, TimeoutException {
        try (Channel channel = connection.createChannel()) {
            Topology.declare(channel);
        }
    }

    private Duration problem(Exception e) {
        Optional<ShutdownSignalException> refusal = refusal(e);
        String problem = refusal.map(RabbitLink::refused).orElseGet(() -> unreachable(e));
        told(problem);
        return refusal.isPresent() ? RETRY_AFTER_REFUSAL : RETRY;
    }

    private void told(String problem) {
        if (!problem.equals(lastProblem) && !stopped) {
            lastProblem = problem;
            LOG.error(problem);
        }
    }

    /** The channel's end, if it was only the channel that RabbitMQ closed. */
    private static Optional<ShutdownSignalException> refusal(Exception e) {
        return Stream.of(e, e.getCause())
                .filter(ShutdownSignalException.class::isInstance)
                .map(ShutdownSignalException.class::cast)
                .filter(closed -> !closed.isHardError() && !closed.isInitiatedByApplication())
                .findFirst();
    }

    private static String refused(ShutdownSignalException closed) {
        return Drift.of(closed)
                .map(Drift::sentence)
                .orElseGet(() -> "RabbitMQ refuses the topology: " + closed.getMessage());
    }

    private static String unreachable(Exception e) {
        return "RabbitMQ cannot be reached: " + root(e).getMessage();
    }

    private static Throwable root(Throwable e) {
        return e.getCause() == null ? e : root(e.getCause());
    }

    private static void close(Connection connection) {
        if (connection != null) {
            connection.abort(1000);
        }
    }
}
