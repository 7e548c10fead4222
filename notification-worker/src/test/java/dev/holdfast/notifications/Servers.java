package dev.holdfast.notifications;

import dev.holdfast.devstack.stack.TestServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** The real servers, for the tests of this service. */
public class Servers implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        var servers = TestServers.shared();
        var settings = new HashMap<>(servers.settings("notification-worker"));
        settings.put("test.mailbox", servers.mail().url());
        return settings;
    }

    @Override
    public void stop() {
        // They end with the JVM.
    }
}
