package dev.holdfast.e2e.k8s;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One object of Kubernetes, as it stands in a file.
 *
 * @param file where it stands
 * @param yaml what it says
 */
record Manifest(Path file, Node yaml) {

    static List<Manifest> in(Path file) {
        try {
            return Node.documents(Files.readString(file)).stream()
                    .map(document -> new Manifest(file, document))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String kind() {
        return yaml.at("kind").text();
    }

    String name() {
        return yaml.at("metadata", "name").text();
    }

    Node spec() {
        return yaml.at("spec");
    }

    /** For instance {@code Service/api-gateway}. */
    String id() {
        return kind() + "/" + name();
    }
}
