package dev.holdfast.courier.receiving;

import dev.holdfast.courier.pgbouncer.PgBouncer;
import dev.holdfast.devstack.stack.TestServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Real servers for the test application, Postgres behind a PgBouncer in transaction mode. */
public class BouncedServers implements QuarkusTestResourceLifecycleManager {

    private PgBouncer bouncer;

    @Override
    public Map<String, String> start() {
        var settings = TestServers.shared().settings("scheduler-service");
        try {
            bouncer = PgBouncer.before(settings);
            return bouncer.through(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (bouncer != null) {
            bouncer.close();
        }
    }
}
