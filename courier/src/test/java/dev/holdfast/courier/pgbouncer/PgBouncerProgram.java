package dev.holdfast.courier.pgbouncer;

import dev.holdfast.devstack.process.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * PgBouncer: the installed one, or Debian's, unpacked where nothing else sees it. Nothing is
 * installed, so no public server is started.
 *
 * @param libraries the folder with its libraries; null if they are the system's
 */
record PgBouncerProgram(Path program, Path libraries) {

    private static final Path INSTALLED = Path.of("/usr/sbin/pgbouncer");
    private static final List<String> PACKAGES =
            List.of("pgbouncer", "libc-ares2", "libevent-2.1-7");

    /** The program; empty if there is none to be had on this machine. */
    static Optional<PgBouncerProgram> find() throws IOException {
        if (Files.isExecutable(INSTALLED)) {
            return Optional.of(new PgBouncerProgram(INSTALLED, null));
        }
        if (!Command.exists("apt-get") || !Command.exists("dpkg")) {
            return Optional.empty();
        }
        return unpacked(Files.createTempDirectory("holdfast-pgbouncer"));
    }

    Map<String, String> environment() {
        return libraries == null ? Map.of() : Map.of("LD_LIBRARY_PATH", libraries.toString());
    }

    private static Optional<PgBouncerProgram> unpacked(Path folder) throws IOException {
        List<String> download =
                new ArrayList<>(List.of("sh", "-c", "cd \"$0\" && apt-get download \"$@\""));
        download.add(folder.toString());
        download.addAll(PACKAGES);
        if (!new Command(download, Map.of()).run().succeeded()) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".deb")).toList()) {
                new Command(List.of("dpkg", "-x", file.toString(), folder.toString()), Map.of())
                        .run();
            }
        }
        try (Stream<Path> files = Files.walk(folder.resolve("usr/lib"))) {
            Optional<Path> libraries =
                    files.filter(file -> file.getFileName().toString().startsWith("libcares.so"))
                            .findFirst()
                            .map(Path::getParent);
            return libraries.map(
                    found -> new PgBouncerProgram(folder.resolve("usr/sbin/pgbouncer"), found));
        }
    }
}
