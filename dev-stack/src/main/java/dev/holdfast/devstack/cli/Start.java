package dev.holdfast.devstack.cli;

import dev.holdfast.devstack.server.Server;
import dev.holdfast.devstack.stack.Progress;
import dev.holdfast.devstack.stack.Stack;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Starts a stack and shows how far it is. */
final class Start implements Progress {

    private static final int SECONDS_BETWEEN_SIGNS_OF_LIFE = 5;

    private final Set<String> underWay = new TreeSet<>();

    private Start() {}

    static void run(Stack stack, boolean docker) {
        var progress = new Start();
        long begin = System.nanoTime();
        try (var timer = Executors.newSingleThreadScheduledExecutor()) {
            timer.scheduleAtFixedRate(
                    progress::signOfLife,
                    SECONDS_BETWEEN_SIGNS_OF_LIFE,
                    SECONDS_BETWEEN_SIGNS_OF_LIFE,
                    TimeUnit.SECONDS);
            try {
                stack.start(docker, progress);
            } finally {
                timer.shutdownNow();
            }
        }
        Console.say(
                "Everything is ready after %s.",
                seconds(Duration.ofNanos(System.nanoTime() - begin)));
    }

    @Override
    public synchronized void starting(Server server) {
        underWay.add(server.name());
    }

    @Override
    public synchronized void ready(Server server, Duration after) {
        underWay.remove(server.name());
        Console.say(
                "  %-20s %-15s ready after %6s on port %d",
                server.name(), server.version(), seconds(after), server.port());
    }

    private synchronized void signOfLife() {
        if (!underWay.isEmpty()) {
            Console.say("  waiting for %s", String.join(", ", underWay));
        }
    }

    private static String seconds(Duration duration) {
        return "%.1f s".formatted(duration.toMillis() / 1000.0);
    }
}
