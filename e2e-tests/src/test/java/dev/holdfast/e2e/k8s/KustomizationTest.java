package dev.holdfast.e2e.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

@DisplayName("The folders of k8s fit together")
class KustomizationTest {

    private static final List<String> OVERLAYS = Sources.OVERLAYS;

    @Test
    @DisplayName("every file and folder that a kustomization names is there")
    void nothingMissing() {
        List<Path> missing =
                everyKustomization().stream()
                        .flatMap(each -> each.named().stream())
                        .filter(Files::notExists)
                        .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    @DisplayName("every file is named by a kustomization")
    void nothingForgotten() {
        Set<Path> named =
                everyKustomization().stream()
                        .flatMap(each -> each.named().stream())
                        .collect(Collectors.toSet());
        List<Path> forgotten =
                Sources.files(Sources.K8S, "").stream()
                        .filter(Files::isRegularFile)
                        .filter(file -> !file.endsWith(Kustomization.FILE))
                        .filter(file -> !file.endsWith("README.md"))
                        .filter(file -> !named.contains(file))
                        .toList();
        assertEquals(List.of(), forgotten);
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    @DisplayName("no object stands twice in an overlay")
    void noObjectTwice(String overlay) {
        var ids = Kustomization.overlay(overlay).manifests().stream().map(Manifest::id).toList();
        assertEquals(ids.stream().distinct().toList(), ids);
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    @DisplayName("every patch finds what it changes")
    void patchesMeetSomething(String overlay) {
        var whole = Kustomization.overlay(overlay);
        var ids = whole.manifests().stream().map(Manifest::id).collect(Collectors.toSet());
        var kinds = whole.manifests().stream().map(Manifest::kind).collect(Collectors.toSet());
        List<String> missed =
                whole.all().stream()
                        .flatMap(each -> each.patchFiles().stream())
                        .flatMap(file -> Manifest.in(file).stream())
                        .map(Manifest::id)
                        .filter(id -> !ids.contains(id))
                        .toList();
        assertEquals(List.of(), missed);
        List<String> aimedAtNothing =
                whole.all().stream()
                        .flatMap(each -> each.yaml().at("patches").list().stream())
                        .map(patch -> patch.at("target", "kind"))
                        .filter(Node::present)
                        .map(Node::text)
                        .filter(kind -> !kinds.contains(kind))
                        .toList();
        assertEquals(List.of(), aimedAtNothing);
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    @DisplayName("every image has a version, and every service's image is one of the overlay's")
    void images(String overlay) {
        var whole = Kustomization.overlay(overlay);
        var tags = whole.yaml().at("images").list();
        assertEquals(
                Sources.SERVICES.stream().map(service -> "holdfast/" + service).toList(),
                tags.stream().map(image -> image.at("name").text()).toList());
        List<String> loose =
                whole.manifests().stream()
                        .flatMap(manifest -> manifest.yaml().everywhere("image"))
                        .map(Node::text)
                        .filter(image -> !image.contains(":") || image.endsWith(":latest"))
                        .toList();
        assertEquals(List.of(), loose);
        assertEquals(
                List.of(),
                tags.stream()
                        .map(image -> image.at("newTag").text())
                        .filter(tag -> tag.isEmpty() || Objects.equals(tag, "latest"))
                        .toList());
    }

    private static List<Kustomization> everyKustomization() {
        return Sources.files(Sources.K8S, Kustomization.FILE).stream()
                .map(file -> Kustomization.in(file.getParent()))
                .toList();
    }
}
