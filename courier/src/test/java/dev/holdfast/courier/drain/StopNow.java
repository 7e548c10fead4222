package dev.holdfast.courier.drain;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;

/** Has the application drain as SIGTERM would, and stay to be looked at. */
@ApplicationScoped
public class StopNow {

    private final Drain drain;

    StopNow(Drain drain) {
        this.drain = drain;
    }

    public void drain() throws InterruptedException {
        drain.stop(new ShutdownEvent());
    }
}
