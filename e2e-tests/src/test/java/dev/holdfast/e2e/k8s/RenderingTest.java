package dev.holdfast.e2e.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

@DisplayName("Kustomize renders every overlay; left out where there is no kubectl")
class RenderingTest {

    private static final List<String> OVERLAYS = Sources.OVERLAYS;

    @BeforeAll
    static void kubectl() {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl"))),
                "There is no kubectl here.");
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    @DisplayName("what comes out has every service, within the rules")
    void renders(String overlay) throws Exception {
        List<Manifest> deployments =
                render(overlay).stream()
                        .filter(manifest -> manifest.kind().equals("Deployment"))
                        .toList();
        assertEquals(
                Sources.SERVICES.stream().sorted().toList(),
                deployments.stream().map(Manifest::name).sorted().toList());
        for (Manifest deployment : deployments) {
            assertEquals(List.of(), PodRules.brokenBy(deployment));
            assertEquals("holdfast", deployment.yaml().at("metadata", "namespace").text());
        }
    }

    private static List<Manifest> render(String overlay) throws IOException, InterruptedException {
        Path folder = Sources.K8S.resolve("overlays").resolve(overlay);
        Process kustomize =
                new ProcessBuilder("kubectl", "kustomize", folder.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String rendered =
                new String(kustomize.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, kustomize.waitFor(), overlay);
        assertTrue(rendered.contains("kind: Namespace"));
        return Node.documents(rendered).stream().map(yaml -> new Manifest(folder, yaml)).toList();
    }
}
