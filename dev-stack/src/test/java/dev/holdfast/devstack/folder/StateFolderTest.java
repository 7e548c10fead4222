package dev.holdfast.devstack.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {

    @TempDir private Path root;

    @Test
    void whatWasChosenOnceHoldsForEveryLaterReader() {
        assertEquals("a", new StateFolder(root).remembered("choices").getOr("key", () -> "a"));
        assertEquals("a", new StateFolder(root).remembered("choices").getOr("key", () -> "b"));
    }

    @Test
    void aSecretIsReadableForItsOwnerOnly() throws IOException {
        new Secrets(new StateFolder(root)).of("rabbitmq");
        var permissions = Files.getPosixFilePermissions(root.resolve("secrets.properties"));
        assertEquals("rw-------", PosixFilePermissions.toString(permissions));
    }

    @Test
    void emptiedItHoldsNothingButTheLockThatSomeoneMayWaitFor() throws IOException {
        var folder = new StateFolder(root);
        folder.remembered("choices").put("key", "a");
        Files.writeString(folder.data("postgres").resolve("PG_VERSION"), "18");
        Files.createFile(folder.lock());

        folder.empty();

        try (var left = Files.list(root)) {
            assertEquals(List.of(folder.lock()), left.toList());
        }
        assertEquals(Optional.empty(), folder.remembered("choices").get("key"));
    }

    @Test
    void deletedItIsGone() {
        var folder = new StateFolder(root.resolve("state"));
        folder.data("kafka");
        folder.delete();
        assertFalse(Files.exists(folder.root()));
    }
}
