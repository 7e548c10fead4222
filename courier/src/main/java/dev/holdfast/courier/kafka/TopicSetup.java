package dev.holdfast.courier.kafka;

import dev.holdfast.contracts.Topics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Creates the topics that are not there, with their partitions and retention. */
@ApplicationScoped
public class TopicSetup {

    private static final Logger LOG = Logger.getLogger(TopicSetup.class);
    private static final int PATIENCE_SECONDS = 10;
    private static final int AT_START_SECONDS = 4;
    private static final int RETRY_SECONDS = 2;

    private final Map<String, Object> configuration;
    private final int partitions;
    private final Optional<Short> replicas;
    private final String retentionMillis;
    private final CountDownLatch stopping = new CountDownLatch(1);

    TopicSetup(
            @Identifier("default-kafka-broker") Map<String, Object> defaults,
            @ConfigProperty(name = "holdfast.kafka.partitions", defaultValue = "12") int partitions,
            @ConfigProperty(name = "holdfast.kafka.replicas") Optional<Short> replicas,
            @ConfigProperty(name = "holdfast.kafka.retention-days", defaultValue = "14")
                    long retentionDays) {
        this.configuration = new HashMap<>(defaults);
        configuration.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        configuration.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 8_000);
        this.partitions = partitions;
        this.replicas = replicas;
        this.retentionMillis = String.valueOf(TimeUnit.DAYS.toMillis(retentionDays));
    }

    /**
     * Before the consumers start: one that subscribes to a topic that is not there looks for it
     * again only much later. A Kafka that does not answer is not waited for; what is missing is
     * created once it does.
     */
    void start(@Observes @Priority(1) StartupEvent start) throws InterruptedException {
        var ensured = new CountDownLatch(1);
        Thread.ofVirtual().name("kafka-topics").start(() -> keepTrying(ensured));
        ensured.await(AT_START_SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent stop) {
        stopping.countDown();
    }

    private void keepTrying(CountDownLatch ensured) {
        try {
            do {
                if (ensured()) {
                    ensured.countDown();
                    return;
                }
            } while (!stopping.await(RETRY_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean ensured() throws InterruptedException {
        try {
            ensure();
            return true;
        } catch (TopicsMissing e) {
            LOG.warnf("%s Trying again.", e.getMessage());
            return false;
        }
    }

    /**
     * Creates what is missing. Running it at the same time elsewhere does no harm.
     *
     * @throws TopicsMissing if Kafka did not answer, or refused
     */
    public void ensure() throws TopicsMissing, InterruptedException {
        try (Admin admin = Admin.create(configuration)) {
            Set<String> there = admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            List<NewTopic> missing =
                    Topics.ALL.stream()
                            .filter(topic -> !there.contains(topic))
                            .map(this::described)
                            .toList();
            for (var creation : admin.createTopics(missing).values().entrySet()) {
                creation.getValue().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                LOG.infof("Created topic %s.", creation.getKey());
            }
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new TopicsMissing("Kafka did not create the topics.", e.getCause());
            }
        } catch (TimeoutException e) {
            throw new TopicsMissing("Kafka did not answer in time.", e);
        }
    }

    private NewTopic described(String topic) {
        return new NewTopic(topic, Optional.of(partitions), replicas)
                .configs(Map.of("retention.ms", retentionMillis, "cleanup.policy", "delete"));
    }
}
