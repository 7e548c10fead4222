package dev.holdfast.gateway;

import dev.holdfast.devstack.stack.TestServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives the gateway under test its real servers. */
public class TestStack implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return TestServers.shared().settings("api-gateway");
    }

    @Override
    public void stop() {
        // The servers are every test's; they end with the JVM.
    }
}
