package dev.holdfast.e2e.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

@DisplayName("What a manifest refers to exists")
class WiringTest {

    private static final List<String> OVERLAYS = Sources.OVERLAYS;
    private static final List<String> SERVICES = Sources.SERVICES;

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    @DisplayName(
            "every Secret and ConfigMap that something asks for is in the overlay, with its key")
    void secretsAndConfigMaps(String overlay) {
        var whole = Kustomization.overlay(overlay);
        var provided = Provided.by(whole);
        assertEquals(
                List.of(),
                Asked.by(whole).stream().filter(asked -> !provided.has(asked)).distinct().toList());
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    @DisplayName("every service is told all that it needs")
    void environment(String overlay) {
        var maps = Provided.by(Kustomization.overlay(overlay)).configMaps();
        for (String service : SERVICES) {
            Node container = container(service);
            var told =
                    container.at("envFrom").list().stream()
                            .map(from -> from.at("configMapRef", "name").text())
                            .flatMap(map -> maps.get(map).stream())
                            .collect(Collectors.toSet());
            container.at("env").list().forEach(each -> told.add(each.at("name").text()));
            assertEquals(
                    List.of(),
                    Environment.of(service).stream().filter(name -> !told.contains(name)).toList(),
                    service);
        }
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    @DisplayName("the ports of Service, container and configuration are one")
    void ports(String service) {
        Node port = container(service).at("ports").list().getFirst();
        assertEquals(
                Sources.settings(service).getProperty("quarkus.http.port"),
                port.at("containerPort").text());
        Node exposed = only(service, "Service").spec().at("ports").list().getFirst();
        assertEquals(port.at("name"), exposed.at("targetPort"));
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    @DisplayName("Service, disruption budget and network policy select the service's pods")
    void selectors(String service) {
        Map<String, Node> labels =
                PodRulesTest.deployment(service)
                        .spec()
                        .at("template", "metadata", "labels")
                        .fields();
        List.of(
                        only(service, "Service").spec().at("selector"),
                        only(service, "PodDisruptionBudget").spec().at("selector", "matchLabels"),
                        only(service, "NetworkPolicy").spec().at("podSelector", "matchLabels"),
                        PodRulesTest.deployment(service).spec().at("selector", "matchLabels"))
                .forEach(
                        selector ->
                                assertEquals(
                                        selector.fields(),
                                        labels.entrySet().stream()
                                                .filter(l -> selector.at(l.getKey()).present())
                                                .collect(
                                                        Collectors.toMap(
                                                                Map.Entry::getKey,
                                                                Map.Entry::getValue))));
        assertEquals("holdfast", labels.get("app.kubernetes.io/part-of").text());
        assertEquals(
                only(service, "ServiceAccount").name(),
                PodRulesTest.deployment(service)
                        .spec()
                        .at("template", "spec", "serviceAccountName")
                        .text());
    }

    private static Node container(String service) {
        return PodRulesTest.deployment(service)
                .spec()
                .at("template", "spec", "containers")
                .list()
                .getFirst();
    }

    private static Manifest only(String service, String kind) {
        var found = Kustomization.in(Sources.K8S.resolve("base").resolve(service)).manifests(kind);
        assertEquals(1, found.size(), kind + " of " + service);
        return found.getFirst();
    }
}
