package dev.holdfast.e2e.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A worker is woken by all it has to do, and what wakes it is what it uses")
class ScalingTest {

    private static final Kustomization WHOLE = Kustomization.overlay("production");
    private static final Pattern VIEW = Pattern.compile("FROM ([a-z]+)\\.([a-z_]+)");

    /** Left for operators, backups and KEDA. */
    private static final int OTHER_CONNECTIONS = 50;

    @Test
    @DisplayName("every worker is scaled, down to nothing, by its queue and its outbox")
    void everyWorker() {
        assertEquals(
                Set.of("order-worker", "notification-worker", "scheduler-service"),
                scaled().stream()
                        .map(each -> each.spec().at("scaleTargetRef", "name").text())
                        .collect(Collectors.toSet()));
        for (Manifest scaled : scaled()) {
            assertEquals("0", scaled.spec().at("minReplicaCount").text());
            assertEquals(List.of("commands", "outbox"), names(scaled).subList(0, 2), scaled.name());
        }
        assertTrue(names("scheduler-service").contains("timers"));
        assertTrue(names("notification-worker").containsAll(List.of("events", "parked")));
    }

    @Test
    @DisplayName("a queue is the service's own, and work in hand counts")
    void queues() {
        for (Manifest scaled : scaled()) {
            Node queue = trigger(scaled, "commands");
            assertEquals(scaled.name() + ".commands", queue.at("queueName").text());
            assertEquals("http", queue.at("protocol").text());
            assertEquals("false", queue.at("excludeUnacknowledged").text());
        }
    }

    @Test
    @DisplayName("a consumer group is the service's own, and has no more members than partitions")
    void groups() {
        Map<String, Integer> partitions =
                WHOLE.manifests("KafkaTopic").stream()
                        .collect(
                                Collectors.toMap(
                                        Manifest::name,
                                        topic -> topic.spec().at("partitions").number()));
        for (Manifest scaled : scaled()) {
            Node events = trigger(scaled, "events");
            if (events.present()) {
                assertEquals(scaled.name(), events.at("consumerGroup").text());
                assertTrue(
                        scaled.spec().at("maxReplicaCount").number()
                                <= partitions.get(events.at("topic").text()));
            }
        }
    }

    @Test
    @DisplayName("what is asked of Postgres is a view that a migration makes, for KEDA to read")
    void views() {
        Set<String> views = new HashSet<>();
        for (String module : List.of("courier", "scheduler-service")) {
            Sources.files(Sources.ROOT.resolve(module).resolve("src/main/resources/db"), ".sql")
                    .forEach(
                            file ->
                                    Pattern.compile("CREATE VIEW ([a-z_]+)")
                                            .matcher(Sources.text(file))
                                            .results()
                                            .forEach(view -> views.add(view.group(1))));
        }
        Map<String, String> schemas =
                Map.of(
                        "order-worker", "orders",
                        "notification-worker", "notifications",
                        "scheduler-service", "scheduler");
        for (Manifest scaled : scaled()) {
            for (Node trigger : scaled.spec().at("triggers").list()) {
                var from = VIEW.matcher(trigger.at("metadata", "query").text());
                if (from.find()) {
                    assertEquals(schemas.get(scaled.name()), from.group(1));
                    assertTrue(views.contains(from.group(2)), from.group(2));
                }
            }
        }
    }

    @Test
    @DisplayName("every trigger logs in as somebody who exists")
    void authentication() {
        var known = WHOLE.manifests("TriggerAuthentication").stream().map(Manifest::name).toList();
        for (Manifest scaled : scaled()) {
            for (Node trigger : scaled.spec().at("triggers").list()) {
                assertTrue(known.contains(trigger.at("authenticationRef", "name").text()));
            }
        }
    }

    @Test
    @DisplayName("Postgres has a connection for every pool of every replica there can be")
    void connections() {
        int most = 0;
        for (Manifest scaled : scaled()) {
            most += scaled.spec().at("maxReplicaCount").number() * pool(scaled.name());
        }
        for (Manifest scaled : WHOLE.manifests("HorizontalPodAutoscaler")) {
            most += scaled.spec().at("maxReplicas").number() * pool(scaled.name());
        }
        Node postgres = WHOLE.manifests("Cluster").getFirst().spec().at("postgresql", "parameters");
        int needed = most + OTHER_CONNECTIONS;
        assertTrue(
                needed <= postgres.at("max_connections").number(),
                () -> "%d connections may be needed.".formatted(needed));
    }

    private static int pool(String service) {
        return Integer.parseInt(
                Sources.settings(service).getProperty("quarkus.datasource.jdbc.max-size"));
    }

    private static List<Manifest> scaled() {
        return WHOLE.manifests("ScaledObject");
    }

    private static List<String> names(String service) {
        return scaled().stream()
                .filter(each -> each.name().equals(service))
                .flatMap(each -> names(each).stream())
                .toList();
    }

    private static List<String> names(Manifest scaled) {
        return scaled.spec().at("triggers").list().stream()
                .map(trigger -> trigger.at("name").text())
                .toList();
    }

    private static Node trigger(Manifest scaled, String name) {
        return scaled.spec().at("triggers").list().stream()
                .filter(trigger -> trigger.at("name").text().equals(name))
                .map(trigger -> trigger.at("metadata"))
                .findFirst()
                .orElse(new Node(null));
    }
}
