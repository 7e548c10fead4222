package dev.holdfast.e2e.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The brokers have what the services use, and let them use it")
class BrokersTest {

    private static final Kustomization PLATFORM = Kustomization.in(Sources.K8S.resolve("platform"));
    private static final Pattern TOPIC = Pattern.compile("\"(holdfast\\.[a-z]+)\"");
    private static final Pattern TIER = Pattern.compile("\\(\"([0-9]+[sm])\"");
    private static final Pattern PARTITIONS =
            Pattern.compile("holdfast\\.kafka\\.partitions\", defaultValue = \"([0-9]+)\"");

    @Test
    @DisplayName(
            "the topics are those of the contracts, with the partitions that the code would give")
    void topics() {
        var declared = PLATFORM.manifests("KafkaTopic");
        assertEquals(
                topicsOfContracts(),
                declared.stream().map(Manifest::name).collect(Collectors.toSet()));
        String partitions =
                found(
                                PARTITIONS,
                                "courier/src/main/java/dev/holdfast/courier/kafka/TopicSetup.java")
                        .getFirst();
        for (Manifest topic : declared) {
            assertEquals(partitions, topic.spec().at("partitions").text(), topic.name());
        }
    }

    @Test
    @DisplayName(
            "every service may see all topics, and writes to and reads from none that is unknown")
    void topicRights() {
        Set<String> topics = topicsOfContracts();
        for (String service : Sources.SERVICES) {
            var rights = user("KafkaUser", service).spec().at("authorization", "acls").list();
            assertTrue(rights.stream().anyMatch(BrokersTest::seesAll), service);
            for (Node right : rights) {
                String name = right.at("resource", "name").text();
                boolean known =
                        right.at("resource", "type").text().equals("group")
                                ? name.equals(service)
                                : topics.stream().anyMatch(topic -> topic.startsWith(name));
                assertTrue(known, service + " and " + name);
            }
        }
    }

    @Test
    @DisplayName("every service may declare, write and read every queue and exchange, and no other")
    void queueRights() {
        for (String service : Sources.SERVICES) {
            var rights = user("Permission", service).spec().at("permissions");
            for (String right : List.of("configure", "write", "read")) {
                var pattern = Pattern.compile(rights.at(right).text());
                for (String name : queuesAndExchanges()) {
                    assertTrue(pattern.matcher(name).find(), service + ", " + right + ": " + name);
                }
                assertFalse(pattern.matcher("somebody.elses").find(), service);
            }
            assertTrue(rights.at("write").text().contains("amq\\.default"), service);
            assertEquals(
                    "rabbitmq-" + service,
                    user("User", service).spec().at("importCredentialsSecret", "name").text());
        }
    }

    private static boolean seesAll(Node right) {
        return right.at("resource", "name").text().equals("holdfast.")
                && right.at("resource", "patternType").text().equals("prefix")
                && right.at("operations").texts().contains("Describe");
    }

    private static List<String> queuesAndExchanges() {
        List<String> names = new ArrayList<>(List.of("commands", "unroutable"));
        List<String> tiers =
                found(TIER, "courier/src/main/java/dev/holdfast/courier/retry/Tier.java");
        assertEquals(5, tiers.size());
        for (String service : Sources.SERVICES) {
            names.add(service + ".commands");
            names.add(service + ".commands.dead");
            tiers.forEach(tier -> names.add(service + ".commands.retry." + tier));
        }
        return names;
    }

    private static Set<String> topicsOfContracts() {
        return Set.copyOf(
                found(TOPIC, "contracts/src/main/java/dev/holdfast/contracts/Topics.java"));
    }

    private static Manifest user(String kind, String name) {
        return PLATFORM.manifests(kind).stream()
                .filter(manifest -> manifest.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no %s %s.".formatted(kind, name)));
    }

    private static List<String> found(Pattern pattern, String file) {
        return pattern.matcher(Sources.text(Sources.ROOT.resolve(file)))
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
