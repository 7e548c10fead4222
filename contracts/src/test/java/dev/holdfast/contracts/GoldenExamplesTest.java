package dev.holdfast.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every version of every message ever released, as it once was written: it must still be read, and
 * must still be what its schema says. A golden example is added with each version and never edited.
 */
@DisplayName("Every message ever written can be read")
class GoldenExamplesTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Path SCHEMAS = Path.of("src/main/resources/schemas");
    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .registerModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    static Stream<String> released() throws IOException {
        return typesIn(GOLDEN).stream();
    }

    @Test
    @DisplayName("each type of the catalogue has a schema and a golden example")
    void complete() throws IOException {
        Set<String> catalogue =
                Stream.concat(
                                Catalogue.COMMANDS.stream().map(CommandType::id),
                                Catalogue.EVENTS.stream().map(EventType::id))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(catalogue, typesIn(SCHEMAS));
        assertTrue(typesIn(GOLDEN).containsAll(catalogue));
    }

    @ParameterizedTest
    @MethodSource("released")
    @DisplayName("is what its schema says")
    void matchesItsSchema(String type) throws IOException {
        var schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(text(SCHEMAS, type), InputFormat.JSON);
        assertEquals(List.of(), schema.validate(text(GOLDEN, type), InputFormat.JSON));
    }

    @ParameterizedTest
    @MethodSource("released")
    @DisplayName("is read, and written as it was")
    void survivesTheRoundTrip(String type) throws IOException {
        JsonNode golden = JSON.readTree(text(GOLDEN, type));
        Object message = JSON.treeToValue(golden, body(type));
        JsonNode written = JSON.readTree(JSON.writeValueAsString(message));
        assertEquals(golden, written);
    }

    private static Class<?> body(String type) {
        return Catalogue.command(type)
                .<Class<?>>map(CommandType::body)
                .or(() -> Catalogue.event(type).map(EventType::body))
                .orElseThrow(() -> new AssertionError("Nothing reads %s.".formatted(type)));
    }

    private static String text(Path folder, String type) throws IOException {
        return Files.readString(folder.resolve(type + ".json"), StandardCharsets.UTF_8);
    }

    private static Set<String> typesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
