package dev.holdfast.orders;

import dev.holdfast.devstack.stack.TestServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Real servers, and an order-worker that takes its commands from RabbitMQ as in production. */
public class ServersWithCommands implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return TestServers.shared().settings("order-worker");
    }

    @Override
    public void stop() {
        // The servers end with the JVM.
    }
}
