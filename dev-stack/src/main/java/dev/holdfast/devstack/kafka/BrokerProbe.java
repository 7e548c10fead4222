package dev.holdfast.devstack.kafka;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Asks a Kafka cluster whether a broker takes part in it. */
final class BrokerProbe {

    private static final int PATIENCE_MILLIS = 2_000;

    private BrokerProbe() {}

    static boolean hasBroker(String bootstrapServers) {
        Map<String, Object> settings =
                Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS,
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        try (var admin = Admin.create(settings)) {
            var nodes = admin.describeCluster().nodes();
            return !nodes.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
