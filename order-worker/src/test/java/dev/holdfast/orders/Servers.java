package dev.holdfast.orders;

import dev.holdfast.devstack.stack.TestServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * Real servers, and an order-worker that listens where no command arrives: the test hands commands
 * to the handlers itself, and sees each step before the next.
 */
public class Servers implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        var settings = new HashMap<>(TestServers.shared().settings("order-worker"));
        settings.put("mp.messaging.incoming.commands.queue.name", "order-worker.nothing");
        return settings;
    }

    @Override
    public void stop() {
        // The servers end with the JVM.
    }
}
