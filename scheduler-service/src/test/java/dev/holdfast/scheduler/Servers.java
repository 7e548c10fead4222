package dev.holdfast.scheduler;

import dev.holdfast.devstack.stack.TestServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The real servers, for the tests of this service. */
public class Servers implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return TestServers.shared().settings("scheduler-service");
    }

    @Override
    public void stop() {
        // They end with the JVM.
    }
}
