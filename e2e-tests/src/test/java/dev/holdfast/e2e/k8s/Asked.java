package dev.holdfast.e2e.k8s;

import java.util.List;
import java.util.stream.Stream;

/**
 * A Secret or a ConfigMap that a manifest asks for.
 *
 * @param kind {@code Secret} or {@code ConfigMap}
 * @param key which of its values; empty for the whole
 */
record Asked(String kind, String name, String key) {

    /** The fields by which manifests of all kinds refer to Secrets. */
    private static final List<String> SECRETS =
            List.of(
                    "secretKeyRef",
                    "secretRef",
                    "secretTargetRef",
                    "passwordSecret",
                    "importCredentialsSecret",
                    "accessKeyId",
                    "secretAccessKey");

    /** Those for ConfigMaps. */
    private static final List<String> CONFIG_MAPS =
            List.of("configMapRef", "configMapKeyRef", "configMapRefs", "customQueriesConfigMap");

    static List<Asked> by(Kustomization whole) {
        var patches =
                whole.all().stream()
                        .flatMap(each -> each.patchFiles().stream())
                        .flatMap(file -> Manifest.in(file).stream());
        return Stream.concat(whole.manifests().stream(), patches)
                .flatMap(manifest -> by(manifest.yaml()))
                .toList();
    }

    private static Stream<Asked> by(Node yaml) {
        return Stream.concat(asked("Secret", SECRETS, yaml), asked("ConfigMap", CONFIG_MAPS, yaml));
    }

    private static Stream<Asked> asked(String kind, List<String> fields, Node yaml) {
        return fields.stream()
                .flatMap(yaml::everywhere)
                .flatMap(Asked::each)
                .filter(reference -> !reference.at("optional").text().equals("true"))
                .map(
                        reference ->
                                new Asked(
                                        kind,
                                        reference.at("name").text(),
                                        reference.at("key").text()));
    }

    private static Stream<Node> each(Node reference) {
        return reference.list().isEmpty() ? Stream.of(reference) : reference.list().stream();
    }
}
