package dev.holdfast.e2e.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The failpoints that stand in the sources of what is released. */
final class Failpoints {

    private static final Path ROOT = Path.of("..");
    private static final Pattern CALL = Pattern.compile("Failpoint\\.at\\(\\s*\"([^\"]+)\"\\s*\\)");

    private Failpoints() {}

    static Set<String> inSources() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files =
                Files.find(ROOT, 20, (path, _) -> path.toString().contains("/src/main/java/"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                CALL.matcher(Files.readString(file))
                        .results()
                        .forEach(call -> names.add(call.group(1)));
            }
        }
        return names;
    }
}
