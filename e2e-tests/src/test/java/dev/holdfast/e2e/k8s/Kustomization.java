package dev.holdfast.e2e.k8s;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that Kustomize builds, with everything that it is built from. Patches are not applied:
 * what is checked here holds with and without them, because both sides are looked at.
 *
 * @param folder where it stands
 * @param yaml its {@code kustomization.yaml}
 */
record Kustomization(Path folder, Node yaml) {

    static final String FILE = "kustomization.yaml";

    static Kustomization in(Path folder) {
        return new Kustomization(
                folder.normalize(), Manifest.in(folder.resolve(FILE)).getFirst().yaml());
    }

    static Kustomization overlay(String name) {
        return in(Sources.K8S.resolve("overlays").resolve(name));
    }

    /** Every file and folder that it names. */
    List<Path> named() {
        List<Path> named = new ArrayList<>(built());
        named.addAll(patchFiles());
        for (String generator : List.of("configMapGenerator", "secretGenerator")) {
            for (Node generated : yaml.at(generator).list()) {
                Stream.concat(
                                generated.at("files").texts().stream(),
                                generated.at("envs").texts().stream())
                        .map(file -> file.substring(file.indexOf('=') + 1))
                        .map(this::path)
                        .forEach(named::add);
            }
        }
        return named;
    }

    /** It and every folder that it takes in, down to the last. */
    List<Kustomization> all() {
        List<Kustomization> all = new ArrayList<>(List.of(this));
        built().stream()
                .filter(Files::isDirectory)
                .map(Kustomization::in)
                .forEach(child -> all.addAll(child.all()));
        return all;
    }

    /** The objects that stand in files, of it and of all that it takes in. */
    List<Manifest> manifests() {
        return all().stream()
                .flatMap(each -> each.built().stream())
                .filter(Files::isRegularFile)
                .flatMap(file -> Manifest.in(file).stream())
                .toList();
    }

    /** The objects of one kind. */
    List<Manifest> manifests(String kind) {
        return manifests().stream().filter(manifest -> manifest.kind().equals(kind)).toList();
    }

    /** The entries of a generator, of it and of all that it takes in. */
    List<Node> generated(String generator) {
        return all().stream().flatMap(each -> each.yaml.at(generator).list().stream()).toList();
    }

    /** The patches that stand in files of their own. */
    List<Path> patchFiles() {
        return yaml.at("patches").list().stream()
                .map(patch -> patch.at("path").text())
                .filter(file -> !file.isEmpty())
                .map(this::path)
                .toList();
    }

    private List<Path> built() {
        return Stream.concat(
                        yaml.at("resources").texts().stream(),
                        yaml.at("components").texts().stream())
                .map(this::path)
                .toList();
    }

    private Path path(String name) {
        return folder.resolve(name).normalize();
    }
}
