package dev.holdfast.e2e.planted;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A service as it is built, but for one class of the courier: a copy of its folder in which that
 * class has the planted fault.
 */
final class PlantedApplication {

    private static final String STARTER = "quarkus-run.jar";

    private PlantedApplication() {}

    /**
     * Makes it.
     *
     * @param jar the service's starter
     * @return the starter of the copy
     */
    static Path of(Path jar, PlantedFault fault) throws IOException {
        Path built = jar.getParent();
        String service = built.getFileName().toString();
        Path copy = Path.of("target/planted", service + "-" + fault.label()).toAbsolutePath();
        copy(built, copy);
        List<Path> libraries = libraries(built);
        byte[] planted = Compiler.compile(fault, libraries);
        String name = fault.className() + ".class";
        // Where Quarkus has changed a class, its own copy is the one that runs.
        Path changed = copy.resolve("quarkus/transformed-bytecode.jar");
        if (contains(changed, name)) {
            try (var loader = loader(libraries)) {
                replace(changed, name, had -> Graft.onto(had, planted, loader));
            }
        } else {
            replace(courier(copy), name, _ -> planted);
        }
        return copy.resolve(STARTER);
    }

    private static Path courier(Path application) throws IOException {
        try (Stream<Path> jars = Files.list(application.resolve("lib/main"))) {
            return jars.filter(jar -> jar.getFileName().toString().contains("holdfast.courier"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<Path> libraries(Path application) throws IOException {
        try (Stream<Path> main = Files.list(application.resolve("lib/main"));
                Stream<Path> boot = Files.list(application.resolve("lib/boot"))) {
            return Stream.concat(main, boot).toList();
        }
    }

    private static URLClassLoader loader(List<Path> jars) throws IOException {
        URL[] urls = new URL[jars.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = jars.get(i).toUri().toURL();
        }
        return new URLClassLoader(urls);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.deleteIfExists(target);
                    Files.copy(path, target);
                }
            }
        }
    }

    private static boolean contains(Path jar, String name) throws IOException {
        try (FileSystem files = open(jar)) {
            return Files.exists(files.getPath(name));
        }
    }

    private static void replace(Path jar, String name, UnaryOperator<byte[]> change)
            throws IOException {
        try (FileSystem files = open(jar)) {
            Path file = files.getPath(name);
            Files.write(file, change.apply(Files.readAllBytes(file)));
        }
    }

    private static FileSystem open(Path jar) throws IOException {
        return FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of());
    }
}
