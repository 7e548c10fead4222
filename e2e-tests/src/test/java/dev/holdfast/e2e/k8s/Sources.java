package dev.holdfast.e2e.k8s;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** The repository that the tests run in: the manifests speak of what stands there. */
final class Sources {

    static final Path ROOT = root();
    static final Path K8S = ROOT.resolve("k8s");
    static final List<String> SERVICES =
            List.of("api-gateway", "order-worker", "notification-worker", "scheduler-service");
    static final List<String> OVERLAYS = List.of("dev", "staging", "production");

    private Sources() {}

    /** What a service is configured with, over the defaults that the courier gives it. */
    static Properties settings(String service) {
        var settings = new Properties();
        load(settings, "courier/src/main/resources/META-INF/microprofile-config.properties");
        load(settings, service + "/src/main/resources/application.properties");
        return settings;
    }

    /** Whole seconds, from {@code 20s} or {@code 10S}. */
    static int seconds(Properties settings, String name) {
        String value = settings.getProperty(name, "0s").toLowerCase();
        if (!value.endsWith("s")) {
            throw new IllegalArgumentException("%s is not in seconds: %s".formatted(name, value));
        }
        return Integer.parseInt(value.substring(0, value.length() - 1));
    }

    /** The files below a folder whose names end so. */
    static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a file says. */
    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void load(Properties settings, String file) {
        try (Reader reader = Files.newBufferedReader(ROOT.resolve(file))) {
            settings.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("k8s"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
