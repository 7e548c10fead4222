package dev.holdfast.e2e.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An alarm asks for a metric that exists and leads to a page that helps")
class AlarmsTest {

    private static final Path RUNBOOKS = Sources.ROOT.resolve("docs/runbooks");
    private static final Pattern METER = Pattern.compile("\"(holdfast(?:\\.[a-z_]+)+)\"");
    private static final Pattern METRIC = Pattern.compile("\\b(?:cnpg_)?holdfast_[a-z_]+");
    private static final List<String> ENDINGS =
            List.of("", "_total", "_bucket", "_sum", "_count", "_max");

    @Test
    @DisplayName("every alarm says how bad it is, what is wrong, and what to do")
    void complete() {
        for (Node alarm : alarms()) {
            String name = alarm.at("alert").text();
            assertTrue(
                    List.of("page", "ticket").contains(alarm.at("labels", "severity").text()),
                    name);
            assertTrue(alarm.at("annotations", "summary").present(), name);
            assertTrue(alarm.at("annotations", "description").present(), name);
            assertTrue(alarm.at("for").present(), name);
            String url = alarm.at("annotations", "runbook_url").text();
            assertTrue(url.contains("/docs/runbooks/"), name);
            assertTrue(
                    Files.exists(RUNBOOKS.resolve(url.substring(url.lastIndexOf('/') + 1))), url);
        }
    }

    @Test
    @DisplayName("every runbook tells meaning, impact, diagnosis and mitigation")
    void runbooks() {
        List<Path> pages =
                Sources.files(RUNBOOKS, ".md").stream()
                        .filter(page -> !page.endsWith("README.md"))
                        .toList();
        assertTrue(pages.size() >= 6);
        String index = Sources.text(RUNBOOKS.resolve("README.md"));
        for (Path page : pages) {
            assertEquals(
                    List.of("Meaning", "Impact", "Diagnosis", "Mitigation"),
                    Pattern.compile("(?m)^## (.*)$")
                            .matcher(Sources.text(page))
                            .results()
                            .map(heading -> heading.group(1))
                            .toList(),
                    page.toString());
            assertTrue(index.contains("(%s)".formatted(page.getFileName())), page.toString());
        }
    }

    @Test
    @DisplayName("every figure of ours that an alarm asks for is measured somewhere")
    void metrics() {
        Set<String> measured = measured();
        List<String> unknown =
                alarms().stream()
                        .flatMap(alarm -> METRIC.matcher(alarm.at("expr").text()).results())
                        .map(MatchResult::group)
                        .filter(metric -> !measured.contains(metric))
                        .toList();
        assertEquals(List.of(), unknown);
    }

    private static List<Node> alarms() {
        List<Node> alarms =
                Kustomization.in(Sources.K8S.resolve("components/monitoring"))
                        .manifests("PrometheusRule")
                        .stream()
                        .flatMap(rules -> rules.spec().at("groups").list().stream())
                        .flatMap(group -> group.at("rules").list().stream())
                        .toList();
        assertTrue(alarms.size() >= 6);
        return alarms;
    }

    /** What the services measure, as Prometheus sees it, and what Postgres is asked. */
    private static Set<String> measured() {
        Set<String> measured = new HashSet<>();
        for (String module : List.of("courier", "jobs", "order-worker", "scheduler-service")) {
            meters(module, measured);
        }
        meters("api-gateway", measured);
        meters("notification-worker", measured);
        Node queries =
                Manifest.in(Sources.K8S.resolve("platform/postgres/figures.yaml"))
                        .getFirst()
                        .yaml();
        for (Node query : queries.fields().values()) {
            query.at("metrics").list().stream()
                    .flatMap(column -> column.fields().keySet().stream())
                    .forEach(
                            column ->
                                    measured.add(
                                            "cnpg_%s_%s"
                                                    .formatted(query.at("name").text(), column)));
        }
        return measured;
    }

    private static void meters(String module, Set<String> measured) {
        Path sources = Sources.ROOT.resolve(module).resolve("src/main/java");
        if (Files.isDirectory(sources)) {
            for (Path file : Sources.files(sources, ".java")) {
                METER.matcher(Sources.text(file))
                        .results()
                        .map(meter -> meter.group(1).replace('.', '_'))
                        .forEach(
                                meter ->
                                        ENDINGS.forEach(
                                                ending -> {
                                                    measured.add(meter + ending);
                                                    measured.add(meter + "_seconds" + ending);
                                                }));
            }
        }
    }
}
