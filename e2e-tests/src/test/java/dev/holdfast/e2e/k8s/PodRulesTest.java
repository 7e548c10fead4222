package dev.holdfast.e2e.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

@DisplayName("A pod is restricted, probed, bounded and given time to stop")
class PodRulesTest {

    private static final List<String> SERVICES = Sources.SERVICES;

    /** How long the relay may take for its last page, once the intakes are drained. */
    private static final int RELAY_SECONDS = 15;

    private static final String CARELESS =
            """
            kind: Deployment
            metadata: {name: careless}
            spec:
              replicas: 1
              template:
                spec:
                  containers:
                    - name: careless
                      resources:
                        limits: {cpu: 1, memory: 1Gi}
            """;

    @ParameterizedTest
    @FieldSource("SERVICES")
    @DisplayName("every service's Deployment keeps to the rules")
    void kept(String service) {
        assertEquals(List.of(), PodRules.brokenBy(deployment(service)));
    }

    @Test
    @DisplayName("a careless Deployment breaks every rule")
    void broken() {
        var careless = new Manifest(Path.of("careless.yaml"), Node.documents(CARELESS).getFirst());
        var broken =
                PodRules.brokenBy(careless).stream()
                        .distinct()
                        .map(fault -> fault.substring("careless ".length()))
                        .collect(Collectors.toSet());
        assertEquals(18, broken.size(), broken::toString);
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    @DisplayName("the grace period is longer than everything that a stop waits for")
    void grace(String service) {
        Node pod = deployment(service).spec().at("template", "spec");
        Node sleep = pod.at("containers").list().getFirst().at("lifecycle", "preStop", "sleep");
        var settings = Sources.settings(service);
        int needed =
                (sleep.present() ? sleep.at("seconds").number() : 0)
                        + Sources.seconds(settings, "quarkus.shutdown.timeout")
                        + Sources.seconds(settings, "holdfast.drain.within")
                        + RELAY_SECONDS;
        int given = pod.at("terminationGracePeriodSeconds").number();
        assertTrue(
                given > needed,
                () -> "%s needs %d s to stop and is given %d.".formatted(service, needed, given));
    }

    static Manifest deployment(String service) {
        return Manifest.in(Sources.K8S.resolve("base").resolve(service).resolve("deployment.yaml"))
                .getFirst();
    }
}
