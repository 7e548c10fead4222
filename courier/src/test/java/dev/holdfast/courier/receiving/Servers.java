package dev.holdfast.courier.receiving;

import dev.holdfast.devstack.stack.TestServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Real servers for the test application. */
public class Servers implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return TestServers.shared().settings("scheduler-service");
    }

    @Override
    public void stop() {
        // The servers end with the JVM.
    }
}
