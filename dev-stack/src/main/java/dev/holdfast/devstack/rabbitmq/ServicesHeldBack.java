package dev.holdfast.devstack.rabbitmq;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Keeps Debian from starting the public server that comes with a package, while it is installed.
 */
final class ServicesHeldBack implements AutoCloseable {

    private static final Path POLICY = Path.of("/usr/sbin/policy-rc.d");
    private static final String FORBID_ALL =
            """
            #!/bin/sh
            # Made by holdfast while it installs RabbitMQ; may be deleted at any other time.
            exit 101
            """;

    private final boolean own;

    private ServicesHeldBack(boolean own) {
        this.own = own;
    }

    /** Forbids starts until closed; a policy that stands there already is left as it is. */
    static ServicesHeldBack byPolicy() {
        try {
            // One of ours that is still there was left by a run that was killed.
            boolean own = !Files.exists(POLICY) || FORBID_ALL.equals(Files.readString(POLICY));
            if (own) {
                Files.writeString(POLICY, FORBID_ALL);
                Files.setPosixFilePermissions(POLICY, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            return new ServicesHeldBack(own);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (own) {
                Files.deleteIfExists(POLICY);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
