package dev.holdfast.devstack.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The versions that the build was made with. */
public final class Versions {

    private Versions() {}

    public static String of(String name) {
        var all = new Properties();
        try (var text =
                Versions.class.getResourceAsStream("/dev/holdfast/devstack/versions.properties")) {
            all.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.getProperty(name);
    }
}
