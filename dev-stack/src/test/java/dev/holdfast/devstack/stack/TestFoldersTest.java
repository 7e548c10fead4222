package dev.holdfast.devstack.stack;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.devstack.folder.StateFolder;
import dev.holdfast.devstack.process.Launch;
import dev.holdfast.devstack.process.ProcessId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestFoldersTest {

    @TempDir private Path all;
    private TestFolders folders;
    private Path folder;
    private ProcessId server;

    @BeforeEach
    void startSomethingInAFolder() {
        folders = new TestFolders(all);
        folder = folders.own();
        var processes = new StateFolder(folder).processes();
        server = processes.start("server", Launch.of(List.of("sleep", "600")));
        await().until(() -> processes.living("server").isPresent());
    }

    @Test
    void whatAKilledJvmLeftIsEnded() throws IOException {
        Files.writeString(
                folder.resolve("owner"), new ProcessId(server.pid(), "former boot/1") + "\n");

        folders.endThoseOfKilledJvms();

        assertFalse(server.isAlive());
        assertFalse(Files.exists(folder));
    }

    @Test
    void whatALivingJvmUsesIsLeftAlone() {
        folders.endThoseOfKilledJvms();

        assertTrue(server.isAlive());
        assertTrue(Files.exists(folder));
        ProcessHandle.of(server.pid()).ifPresent(ProcessHandle::destroyForcibly);
    }
}
