package dev.holdfast.devstack.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders that nobody but their owner can read. */
public final class OwnerOnly {

    private OwnerOnly() {}

    /** The folder, made with its parents if absent. */
    public static Path folder(Path folder) {
        try {
            return Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the file so that a reader sees the whole old text or the whole new one. */
    public static void write(Path file, String text) {
        try {
            folder(file.getParent());
            var draft =
                    Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new");
            Files.writeString(draft, text);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
