package dev.holdfast.devstack.postgres;

import dev.holdfast.devstack.folder.Cache;
import dev.holdfast.devstack.process.FileLock;
import dev.holdfast.devstack.server.StartFailure;
import dev.holdfast.devstack.server.Versions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks PostgreSQL for this machine from the class path, once per version and user. */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /**
     * The folder that holds {@code bin/postgres}.
     *
     * @throws StartFailure if there are no binaries for this machine
     */
    static Path folder() {
        var archive = "postgres-%s-%s.txz".formatted(system(), processor());
        var name = archive.replace(".txz", "-" + Versions.of("postgres"));
        var cache = Cache.folder();
        var folder = cache.resolve(name);
        try (var _ = FileLock.take(cache.resolve(name + ".lock"))) {
            if (!Files.isDirectory(folder)) {
                unpack(archive, cache, folder);
            }
            return folder;
        } catch (IOException e) {
            throw new StartFailure("PostgreSQL cannot be unpacked into %s.".formatted(cache), e);
        }
    }

    private static void unpack(String archive, Path cache, Path folder) throws IOException {
        try (var packed = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
            if (packed == null) {
                throw new StartFailure(
                        "There are no PostgreSQL binaries for %s on %s among the libraries."
                                .formatted(system(), processor()));
            }
            var draft = Files.createTempDirectory(cache, "postgres-");
            unpack(packed, draft);
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void unpack(InputStream packed, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("An entry leaves its folder: " + entry.getName());
                }
                unpack(tar, entry, path);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path path)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            boolean program = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static String system() {
        return System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
    }

    private static String processor() {
        return switch (System.getProperty("os.arch")) {
            case "aarch64" -> "arm_64";
            case "amd64", "x86_64" -> "x86_64";
            case String other -> other;
        };
    }
}
