package dev.holdfast.devstack.folder;

import java.nio.file.Files;
import java.nio.file.Path;

/** What every stack of this user shares and can be made again at any time. */
public final class Cache {

    private Cache() {}

    /** {@code $XDG_CACHE_HOME/holdfast} or {@code ~/.cache/holdfast}; made if absent. */
    public static Path folder() {
        var xdg = System.getenv("XDG_CACHE_HOME");
        var base =
                xdg == null || xdg.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(xdg);
        if (!Files.isWritable(existing(base))) {
            base = Path.of(System.getProperty("java.io.tmpdir"), System.getProperty("user.name"));
        }
        return OwnerOnly.folder(base.resolve("holdfast"));
    }

    private static Path existing(Path path) {
        return Files.exists(path) || path.getParent() == null ? path : existing(path.getParent());
    }
}
