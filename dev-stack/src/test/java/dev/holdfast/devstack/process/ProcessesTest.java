package dev.holdfast.devstack.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {

    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration NO_GRACE = Duration.ofMillis(200);

    @TempDir private Path folder;
    private Processes processes;

    @BeforeEach
    void open() {
        processes = reopened();
    }

    @AfterEach
    void endAll() {
        processes.names().forEach(name -> processes.end(name, Signal.KILL, GRACE));
    }

    @Test
    void aStartedProcessIsFoundByWhoeverComesLater() {
        var started = processes.start("sleeper", sleep());
        Awaitility.await().until(() -> reopened().living("sleeper").isPresent());
        assertEquals(Optional.of(started), reopened().living("sleeper"));
        assertEquals(List.of("sleeper"), reopened().names());
    }

    @Test
    void itIsInASessionOfItsOwnSoThatCtrlCDoesNotReachIt() {
        long pid = processes.start("sleeper", sleep()).pid();
        var session = Command.of("ps", "-o", "sid=", "-p", String.valueOf(pid)).output();
        assertEquals(pid, Long.parseLong(session.strip()));
    }

    @Test
    void whatItPrintsIsInItsLog() throws IOException {
        var launch =
                new Launch(
                        List.of("sh", "-c", "echo $GREETING; echo oops >&2; exec sleep 600"),
                        Map.of("GREETING", "hello"));
        processes.start("talker", launch);
        Awaitility.await()
                .untilAsserted(
                        () ->
                                assertEquals(
                                        "hello\noops\n",
                                        Files.readString(processes.log("talker"))));
    }

    @Test
    void endedItIsGoneWithItsChildrenAndItsName() {
        var launch = Launch.of(List.of("sh", "-c", "sleep 600 & sleep 600 & wait"));
        var parent = processes.start("family", launch);
        Awaitility.await().until(() -> children(parent).size() == 2);
        var children = children(parent);

        processes.end("family", Signal.TERM, GRACE);

        assertFalse(parent.isAlive());
        assertTrue(children.stream().noneMatch(ProcessId::isAlive));
        assertEquals(List.of(), processes.names());
    }

    @Test
    void whatDoesNotListenIsKilledAfterTheGrace() throws IOException {
        var launch =
                Launch.of(
                        List.of("sh", "-c", "trap '' TERM; echo deaf; while :; do sleep 1; done"));
        var deaf = processes.start("deaf", launch);
        Awaitility.await().until(() -> Files.readString(processes.log("deaf")).contains("deaf"));

        processes.end("deaf", Signal.TERM, NO_GRACE);

        assertFalse(deaf.isAlive());
    }

    @Test
    void aStrangerWithAPidThatWasOursIsLeftAlone() throws IOException {
        var stranger = new ProcessBuilder("sleep", "600").start();
        try {
            Files.createDirectories(folder.resolve("run"));
            Files.writeString(
                    folder.resolve("run/old.pid"), new ProcessId(stranger.pid(), "b/1") + "\n");

            assertEquals(Optional.empty(), processes.living("old"));
            processes.end("old", Signal.KILL, GRACE);

            assertTrue(stranger.isAlive());
            assertEquals(List.of(), processes.names());
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void closedItTellsWhatItStartedAndStartsNoMore() {
        processes.start("sleeper", sleep());
        assertEquals(Set.of("sleeper"), processes.close());
        assertThrows(IllegalStateException.class, () -> processes.start("late", sleep()));
        assertEquals(Optional.empty(), processes.living("late"));
    }

    private static List<ProcessId> children(ProcessId parent) {
        return ProcessHandle.of(parent.pid()).stream()
                .flatMap(ProcessHandle::children)
                .flatMap(child -> ProcessId.living(child.pid()).stream())
                .toList();
    }

    private static Launch sleep() {
        return Launch.of(List.of("sleep", "600"));
    }

    private Processes reopened() {
        return new Processes(folder.resolve("run"), folder.resolve("logs"));
    }
}
