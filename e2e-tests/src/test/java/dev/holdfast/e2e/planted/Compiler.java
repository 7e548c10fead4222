package dev.holdfast.e2e.planted;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles a source that stands in no file. */
final class Compiler {

    private Compiler() {}

    /** The class with the fault. */
    static byte[] compile(PlantedFault fault, List<Path> libraries) throws IOException {
        Path output = Path.of("target/planted", "classes-" + fault.label());
        Files.createDirectories(output);
        String classPath =
                libraries.stream().map(Path::toString).collect(joining(File.pathSeparator));
        var said = new StringWriter();
        boolean done =
                ToolProvider.getSystemJavaCompiler()
                        .getTask(
                                said,
                                null,
                                null,
                                List.of(
                                        "-proc:none",
                                        "-parameters",
                                        "-d",
                                        output.toString(),
                                        "-cp",
                                        classPath),
                                null,
                                List.of(new Source(fault)))
                        .call();
        if (!done) {
            throw new IllegalStateException("%s does not compile: %s".formatted(fault, said));
        }
        return Files.readAllBytes(output.resolve(fault.className() + ".class"));
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        private Source(PlantedFault fault) throws IOException {
            super(URI.create("planted:///" + fault.className() + ".java"), Kind.SOURCE);
            text = fault.source();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
