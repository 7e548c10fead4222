package dev.holdfast.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The page on configuration")
class ConfigurationPageTest {

    private static final Path ROOT = Path.of("..");
    private static final Path PAGE = ROOT.resolve("docs/configuration.md");
    private static final Pattern INJECTED =
            Pattern.compile("ConfigProperty\\(\\s*name = \"(holdfast\\.[a-z.-]+)\"");
    private static final Pattern SCHEDULED = Pattern.compile("\"\\{(holdfast\\.[a-z.-]+)}\"");
    private static final Pattern SET =
            Pattern.compile("^(?:%[a-z]+\\.)?(holdfast\\.[a-z.-]+)=", Pattern.MULTILINE);

    @Test
    @DisplayName("names every setting of Holdfast's own, and none that is not there")
    void complete() throws IOException {
        Set<String> settings = new TreeSet<>();
        for (Path file : sources()) {
            String text = Files.readString(file);
            Stream.of(INJECTED, SCHEDULED, SET)
                    .flatMap(pattern -> pattern.matcher(text).results())
                    .forEach(found -> settings.add(found.group(1)));
        }
        assertFalse(settings.isEmpty());

        Set<String> named =
                Pattern.compile("(?m)^\\| `(holdfast\\.[a-z.-]+)`")
                        .matcher(Files.readString(PAGE))
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        settings.add("holdfast.failpoints");
        assertEquals(settings, named);
    }

    private static Set<Path> sources() throws IOException {
        try (Stream<Path> files =
                Files.find(ROOT, 20, (path, _) -> path.toString().contains("/src/main/"))) {
            return files.filter(Files::isRegularFile)
                    .filter(path -> path.toString().matches(".*\\.(java|properties)"))
                    .collect(Collectors.toSet());
        }
    }
}
