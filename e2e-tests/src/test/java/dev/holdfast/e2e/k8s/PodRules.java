package dev.holdfast.e2e.k8s;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What every pod of the suite has to keep to, whatever it runs. */
final class PodRules {

    private static final Map<String, String> PROBES =
            Map.of(
                    "startupProbe", "/q/health/started",
                    "livenessProbe", "/q/health/live",
                    "readinessProbe", "/q/health/ready");

    private final Manifest deployment;
    private final Node pod;
    private final List<String> broken = new ArrayList<>();

    private PodRules(Manifest deployment) {
        this.deployment = deployment;
        this.pod = deployment.spec().at("template", "spec");
    }

    /** The rules that a Deployment breaks; none if it may run. */
    static List<String> brokenBy(Manifest deployment) {
        var rules = new PodRules(deployment);
        rules.check();
        return rules.broken;
    }

    private void check() {
        require(!deployment.spec().at("replicas").present(), "says how many replicas there are");
        require(pod.at("serviceAccountName").present(), "has no service account of its own");
        require(isFalse(pod.at("automountServiceAccountToken")), "has a service account's token");
        require(isFalse(pod.at("enableServiceLinks")), "takes Kubernetes' variables as its own");
        require(pod.at("topologySpreadConstraints").list().size() >= 2, "does not spread");
        require(isTrue(pod.at("securityContext", "runAsNonRoot")), "may run as root");
        require(
                pod.at("securityContext", "seccompProfile", "type").text().equals("RuntimeDefault"),
                "has no seccomp profile");
        require(!pod.at("containers").list().isEmpty(), "has no container");
        pod.at("containers").list().forEach(this::check);
    }

    private void check(Node container) {
        Node security = container.at("securityContext");
        require(isFalse(security.at("allowPrivilegeEscalation")), "may gain privileges");
        require(isTrue(security.at("readOnlyRootFilesystem")), "may write to its image");
        require(
                security.at("capabilities", "drop").texts().equals(List.of("ALL")),
                "keeps capabilities");
        PROBES.forEach(
                (probe, path) -> {
                    Node http = container.at(probe, "httpGet");
                    require(http.at("path").text().equals(path), "has no %s".formatted(probe));
                    require(http.at("port").text().equals("http"), "probes no named port");
                });
        Node resources = container.at("resources");
        require(resources.at("requests", "cpu").present(), "asks for no CPU");
        require(!resources.at("limits", "cpu").present(), "throttles its CPU");
        require(resources.at("requests", "memory").present(), "asks for no memory");
        require(
                resources.at("limits", "memory").equals(resources.at("requests", "memory")),
                "may use more memory than it asked for");
    }

    private void require(boolean kept, String fault) {
        if (!kept) {
            broken.add(deployment.name() + " " + fault);
        }
    }

    private static boolean isTrue(Node node) {
        return Boolean.TRUE.equals(node.value());
    }

    private static boolean isFalse(Node node) {
        return Boolean.FALSE.equals(node.value());
    }
}
