package dev.holdfast.devstack.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

    @TempDir private Path folder;

    @Test
    void theUsualPortIsTakenWhereItIsFree() throws IOException {
        int usual = freePort();
        assertEquals(usual, Ports.usual(new StateFolder(folder)).free("api", usual));
    }

    @Test
    void aUsualPortThatIsTakenLeadsToAFreeOne() throws IOException {
        try (var other = listen()) {
            int port = Ports.usual(new StateFolder(folder)).free("api", other.getLocalPort());
            assertNotEquals(other.getLocalPort(), port);
            assertTrue(Ports.isFree(port));
        }
    }

    @Test
    void aChoiceOutlivesTheProgram() throws IOException {
        int chosen;
        try (var other = listen()) {
            chosen = Ports.usual(new StateFolder(folder)).free("api", other.getLocalPort());
        }
        var later = Ports.usual(new StateFolder(folder));
        assertEquals(chosen, later.known("api", 8080));
        assertEquals(chosen, later.free("api", 8080));
    }

    @Test
    void aRememberedPortThatSomeoneTookIsGivenUp() throws IOException {
        int before = Ports.unusual(new StateFolder(folder)).free("api", 8080);
        try (var _ = new ServerSocket(before, 1, InetAddress.getLoopbackAddress())) {
            assertNotEquals(before, Ports.unusual(new StateFolder(folder)).free("api", 8080));
        }
    }

    @Test
    void noTwoPurposesGetTheSamePort() {
        var ports = Ports.unusual(new StateFolder(folder));
        var chosen = new HashSet<Integer>();
        for (int i = 0; i < 50; i++) {
            assertTrue(chosen.add(ports.free("purpose-" + i, Ports.ANY)));
        }
    }

    @Test
    void aPortIsTakenOnceSomeoneListens() throws IOException {
        int port;
        try (var listening = listen()) {
            port = listening.getLocalPort();
            assertTrue(Ports.isTaken(port));
            assertFalse(Ports.isFree(port));
        }
        assertFalse(Ports.isTaken(port));
        assertTrue(Ports.isFree(port));
    }

    private static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static int freePort() throws IOException {
        try (var socket = listen()) {
            return socket.getLocalPort();
        }
    }
}
