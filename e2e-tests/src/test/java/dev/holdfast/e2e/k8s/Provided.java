package dev.holdfast.e2e.k8s;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The Secrets and ConfigMaps that come into being with an overlay, each with its keys.
 *
 * @param secrets generated, fetched by External Secrets, or made by Strimzi for a user
 * @param configMaps generated
 */
record Provided(Map<String, Set<String>> secrets, Map<String, Set<String>> configMaps) {

    static Provided by(Kustomization whole) {
        Map<String, Set<String>> secrets = generated(whole, "secretGenerator");
        for (Manifest external : whole.manifests("ExternalSecret")) {
            external.spec()
                    .at("data")
                    .list()
                    .forEach(
                            data ->
                                    add(
                                            secrets,
                                            external.spec().at("target", "name").text(),
                                            data.at("secretKey").text()));
        }
        for (Manifest kafka : whole.manifests("Kafka")) {
            String prefix =
                    kafka.spec().at("entityOperator", "userOperator", "secretPrefix").text();
            for (Manifest user : whole.manifests("KafkaUser")) {
                List.of("password", "sasl.jaas.config")
                        .forEach(key -> add(secrets, prefix + user.name(), key));
            }
        }
        return new Provided(secrets, generated(whole, "configMapGenerator"));
    }

    boolean has(Asked asked) {
        var keys =
                (asked.kind().equals("Secret") ? secrets : configMaps)
                        .getOrDefault(asked.name(), Set.of());
        return !keys.isEmpty() && (asked.key().isEmpty() || keys.contains(asked.key()));
    }

    private static Map<String, Set<String>> generated(Kustomization whole, String generator) {
        Map<String, Set<String>> generated = new HashMap<>();
        for (Node entry : whole.generated(generator)) {
            for (String source : List.of("literals", "files")) {
                entry.at(source)
                        .texts()
                        .forEach(
                                each ->
                                        add(
                                                generated,
                                                entry.at("name").text(),
                                                each.split("=")[0]));
            }
        }
        return generated;
    }

    private static void add(Map<String, Set<String>> all, String name, String key) {
        all.computeIfAbsent(name, fresh -> new HashSet<>()).add(key);
    }
}
