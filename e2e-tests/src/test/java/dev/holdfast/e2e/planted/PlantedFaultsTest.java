package dev.holdfast.e2e.planted;

import static dev.holdfast.auditor.check.Finding.Kind.DOUBLED;
import static dev.holdfast.auditor.check.Finding.Kind.LOST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.auditor.Verdict;
import dev.holdfast.auditor.check.Finding;
import dev.holdfast.devstack.process.Command;
import dev.holdfast.e2e.Api;
import dev.holdfast.e2e.Suite;
import dev.holdfast.e2e.crash.Replica;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who believes the auditor must have seen it find something. */
@DisplayName("The auditor catches a suite that")
class PlantedFaultsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration SETTLE = Duration.ofSeconds(12);

    private static Suite suite;
    private static Api api;
    private static String sku;

    private Set<Finding> before;

    @BeforeAll
    static void up() throws IOException, InterruptedException {
        suite = Suite.begin(Path.of("target/planted-suite"));
        api = new Api(suite);
        sku = "SKU-" + UUID.randomUUID();
        api.item(sku, 1290, 1_000_000);
    }

    @AfterAll
    static void down() {
        suite.close();
    }

    @BeforeEach
    void remember() throws IOException, InterruptedException {
        before = new HashSet<>(suite.audit(Duration.ZERO).findings());
    }

    @AfterEach
    void everybodyIsBack() throws IOException, InterruptedException {
        suite.up();
    }

    @Test
    @DisplayName("has no inbox: a command that comes again is carried out again")
    void noInbox() throws Exception {
        try (var killed =
                        planted(
                                PlantedFault.NO_INBOX,
                                "order-worker",
                                "command.committed-not-acknowledged=kill");
                var other = planted(PlantedFault.NO_INBOX, "order-worker", "")) {
            stop("order-worker");
            while (killed.isAlive()) {
                define();
            }
            assertTrue(other.isAlive());
            assertCaught(DOUBLED, "ItemDefined");
        }
    }

    @Test
    @DisplayName("acknowledges before it commits: what a killed process had in hand is gone")
    void acknowledgeBeforeCommit() throws Exception {
        try (var killed =
                planted(
                        PlantedFault.ACKNOWLEDGE_BEFORE_COMMIT,
                        "order-worker",
                        "command.handled-not-committed=kill")) {
            while (killed.isAlive()) {
                define();
            }
            assertCaught(LOST, "never taken in by order-worker");
        }
    }

    @Test
    @DisplayName("sends without a confirm: what a killed broker had not read yet is gone")
    void noConfirm() throws Exception {
        try (var gateway = planted(PlantedFault.NO_CONFIRM, "api-gateway", "")) {
            stop("api-gateway");
            order(gateway.url());
            awaitRelayed();
            long rabbitMq = suite.status().at("/rabbitmq/pid").longValue();
            Command.of("kill", "-STOP", String.valueOf(rabbitMq)).run();
            order(gateway.url());
            awaitRelayed();
            suite.kill(suite.status().at("/rabbitmq"));
            suite.up();
            assertCaught(LOST, "never taken in by order-worker");
        }
    }

    private static Replica planted(PlantedFault fault, String service, String failpoints)
            throws IOException {
        Path jar = suite.stack().services().get(service).jar();
        return Replica.start(
                suite,
                service,
                PlantedApplication.of(jar, fault),
                Map.of("holdfast.failpoints", failpoints));
    }

    private static void stop(String service) {
        suite.stack().services().get(service).stop();
    }

    private static void define() throws InterruptedException, IOException {
        api.define("SKU-" + UUID.randomUUID(), 500);
    }

    /** One that may be refused or remain unanswered: the process that is asked may die of it. */
    private static void order(String gateway) throws InterruptedException {
        try {
            Api.Answer answer =
                    api.at(gateway).place(UUID.randomUUID().toString(), sku, 1, "pm_card_visa");
            assertTrue(answer.status() == 202 || answer.status() >= 500, answer::toString);
        } catch (IOException unanswered) {
            assertTrue(unanswered.getMessage() == null || !unanswered.getMessage().isEmpty());
        }
    }

    /** Until the gateway's relay takes everything for sent. */
    private static void awaitRelayed() {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> waits("gateway") == 0);
    }

    private static long waits(String schema) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                suite.stack().postgres().jdbcUrl(), "holdfast", "");
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "SELECT count(*) FROM %s.waiting_feed WHERE since IS NOT NULL"
                                        .formatted(schema))) {
            row.next();
            return row.getLong(1);
        }
    }

    private void assertCaught(Finding.Kind kind, String words) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(
                        () -> {
                            Verdict verdict = suite.audit(SETTLE);
                            assertEquals(
                                    List.of(true),
                                    fresh(verdict).stream()
                                            .map(finding -> is(finding, kind, words))
                                            .filter(caught -> caught)
                                            .distinct()
                                            .toList(),
                                    verdict::text);
                        });
    }

    private Set<Finding> fresh(Verdict verdict) {
        Set<Finding> fresh = new HashSet<>(verdict.findings());
        fresh.removeAll(before);
        return fresh;
    }

    private static boolean is(Finding finding, Finding.Kind kind, String words) {
        return finding.kind() == kind && finding.detail().contains(words);
    }
}
