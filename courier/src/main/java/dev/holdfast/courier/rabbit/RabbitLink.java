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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
    private static final Duration RETRY_AFTER_DRIFT = Duration.ofSeconds(10);

    private final RabbitMQClient client;
    private final SynchronousQueue<Boolean> stopping = new SynchronousQueue<>();
    private volatile Connection connection;
    private volatile String blocked;
    private volatile boolean stopped;
    private String lastProblem;
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
            fresh.addBlockedListener(reason -> blocked = reason, () -> blocked = null);
            try (Channel channel = fresh.createChannel()) {
                Topology.declare(channel);
            }
            connection = fresh;
            lastProblem = null;
            LOG.info("Connected to RabbitMQ; every exchange and queue is declared.");
            firstTry.countDown();
            ended.await();
            return RETRY;
        } catch (IOException | TimeoutException | RuntimeException e) {
            return problem(e);
        } finally {
            connection = null;
            blocked = null;
            close(fresh);
        }
    }

    private Duration problem(Exception e) {
        boolean drift = e.getCause() instanceof ShutdownSignalException;
        String problem =
                drift
                        ? "RabbitMQ has a queue or exchange that differs from what this version declares; delete it or run the version that made it: "
                                + e.getCause().getMessage()
                        : "RabbitMQ cannot be reached: " + root(e).getMessage();
        if (!problem.equals(lastProblem) && !stopped) {
            lastProblem = problem;
            LOG.error(problem);
        }
        return drift ? RETRY_AFTER_DRIFT : RETRY;
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
