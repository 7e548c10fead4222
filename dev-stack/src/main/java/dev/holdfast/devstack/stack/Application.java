package dev.holdfast.devstack.stack;

import dev.holdfast.devstack.folder.OwnerOnly;
import dev.holdfast.devstack.folder.Trees;
import dev.holdfast.devstack.server.StartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A service as it was built, in the state folder: what runs must not change when the next build
 * replaces it in the source tree.
 */
final class Application {

    private static final String STARTER = "quarkus-run.jar";

    private final Place place;
    private final String service;

    Application(Place place, String service) {
        this.place = place;
        this.service = service;
    }

    /**
     * The jar to start.
     *
     * @throws StartFailure if the service is not built
     */
    Path jar() {
        var built = place.repository().resolve(service).resolve("target/quarkus-app");
        var copy = copies().resolve(service + "-" + place.build(service));
        try {
            if (!Files.exists(copy)) {
                if (!Files.exists(built.resolve(STARTER))) {
                    throw new StartFailure(
                            "%s is not built: run './holdfast build'.".formatted(service));
                }
                deleteOthers();
                var draft = Files.createTempDirectory(copies(), "draft-");
                Trees.copy(built, draft);
                Files.move(draft, copy, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return copy.resolve(STARTER);
    }

    private void deleteOthers() throws IOException {
        try (var all = Files.list(copies())) {
            for (var old : all.filter(this::isOfThisService).toList()) {
                Trees.delete(old);
            }
        }
    }

    private boolean isOfThisService(Path copy) {
        return copy.getFileName().toString().startsWith(service + "-");
    }

    private Path copies() {
        return OwnerOnly.folder(place.state().resolve("applications"));
    }
}
