package dev.holdfast.devstack.folder;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;

/** Choices that were made once and hold from then on, in one file. */
public final class Remembered {

    private final Path file;

    Remembered(Path file) {
        this.file = file;
    }

    public synchronized Optional<String> get(String key) {
        return Optional.ofNullable(read().getProperty(key));
    }

    /** What is remembered under the key, or else the choice, which is then remembered. */
    public synchronized String getOr(String key, Supplier<String> choice) {
        return get(key).orElseGet(
                        () -> {
                            var chosen = choice.get();
                            put(key, chosen);
                            return chosen;
                        });
    }

    public synchronized Collection<String> values() {
        var all = read();
        return all.stringPropertyNames().stream().map(all::getProperty).toList();
    }

    public synchronized void put(String key, String value) {
        var all = read();
        all.setProperty(key, value);
        var text = new StringWriter();
        try {
            all.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        OwnerOnly.write(file, text.toString());
    }

    private Properties read() {
        var all = new Properties();
        try {
            if (Files.exists(file)) {
                all.load(new StringReader(Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
