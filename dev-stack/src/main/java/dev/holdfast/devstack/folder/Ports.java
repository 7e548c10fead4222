package dev.holdfast.devstack.folder;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Chooses ports on the loopback address: the one remembered, else the usual one, else a free one. A
 * choice is remembered, so that the addresses of a stack stay as they are.
 */
public final class Ports {

    /** Any free port will do. */
    public static final int ANY = 0;

    /** Below the range from which the operating system takes ports for outgoing connections. */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;

    private final Remembered remembered;
    private final Map<String, Integer> taken = new HashMap<>();

    public Ports(StateFolder folder) {
        this.remembered = folder.remembered("ports");
    }

    /** The port last chosen for the purpose, whether or not someone has taken it since. */
    public synchronized int known(String purpose, int usual) {
        return remembered.get(purpose).map(Integer::parseInt).orElseGet(() -> free(purpose, usual));
    }

    /** A port for the purpose that is free now. */
    public synchronized int free(String purpose, int usual) {
        int wanted = remembered.get(purpose).map(Integer::parseInt).orElse(usual);
        taken.remove(purpose);
        boolean ours = wanted != ANY && !taken.containsValue(wanted) && isFree(wanted);
        int port = ours ? wanted : random();
        taken.put(purpose, port);
        remembered.put(purpose, String.valueOf(port));
        return port;
    }

    /** Whether nobody listens there. */
    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException inUse) {
            return false;
        }
    }

    private int random() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (!taken.containsValue(port) && isFree(port)) {
                return port;
            }
        }
    }
}
