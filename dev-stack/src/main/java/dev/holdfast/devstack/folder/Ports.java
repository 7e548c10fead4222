package dev.holdfast.devstack.folder;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
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

    private static final int PATIENCE_MILLIS = 1_000;

    private final Remembered remembered;
    private final boolean preferUsual;
    private final Map<String, Integer> taken = new HashMap<>();

    private Ports(StateFolder folder, boolean preferUsual) {
        this.remembered = folder.remembered("ports");
        this.preferUsual = preferUsual;
    }

    /** Takes the usual port where it is free. */
    public static Ports usual(StateFolder folder) {
        return new Ports(folder, true);
    }

    /** Stays away from usual ports, so that others find them free. */
    public static Ports unusual(StateFolder folder) {
        return new Ports(folder, false);
    }

    /** The port last chosen for the purpose, whether or not someone has taken it since. */
    public synchronized int known(String purpose, int usual) {
        return remembered.get(purpose).map(Integer::parseInt).orElseGet(() -> free(purpose, usual));
    }

    /** A port for the purpose that is free now. */
    public synchronized int free(String purpose, int usual) {
        int wanted =
                remembered.get(purpose).map(Integer::parseInt).orElse(preferUsual ? usual : ANY);
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

    /** Whether someone listens there. Asks by connecting, which disturbs no one who is to. */
    public static boolean isTaken(int port) {
        try (var socket = new Socket()) {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            socket.connect(address, PATIENCE_MILLIS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    private boolean isMeantForAnother(int port) {
        return taken.containsValue(port) || remembered.values().contains(String.valueOf(port));
    }

    private int random() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (!isMeantForAnother(port) && isFree(port)) {
                return port;
            }
        }
    }
}
