package dev.holdfast.devstack.process;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessIdTest {

    @Test
    void thisProcessLives() {
        assertTrue(ProcessId.current().isAlive());
    }

    @Test
    void itIsTheSameAfterItWasWrittenAndRead() {
        var self = ProcessId.current();
        assertEquals(Optional.of(self), ProcessId.parse(self.toString() + "\n"));
    }

    @Test
    void anotherProcessWithTheSamePidIsAnother() {
        var former = new ProcessId(ProcessId.current().pid(), "some other boot/4711");
        assertFalse(former.isAlive());
    }

    @Test
    void aProcessThatHasEndedDoesNotLive() throws IOException {
        var process = new ProcessBuilder("sleep", "600").start();
        var id = ProcessId.living(process.pid()).orElseThrow();
        assertTrue(id.isAlive());
        process.destroyForcibly();
        await().until(() -> !id.isAlive());
    }

    @Test
    void aZombieDoesNotLive() throws IOException {
        // The shell becomes a program that never asks how its child ended.
        var parent = new ProcessBuilder("sh", "-c", "sleep 0 & echo $!; exec sleep 600").start();
        try (var output = parent.inputReader()) {
            long child = Long.parseLong(output.readLine());
            await().until(() -> ProcessId.living(child).isEmpty());
            assertTrue(ProcessHandle.of(parent.pid()).isPresent());
        } finally {
            parent.destroyForcibly();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4711", "x y", "-1 birth", "99999999999999999999 birth"})
    void whatIsNoIdIsReadAsNone(String text) {
        assertEquals(Optional.empty(), ProcessId.parse(text));
    }
}
