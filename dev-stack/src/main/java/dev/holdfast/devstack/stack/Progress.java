package dev.holdfast.devstack.stack;

import dev.holdfast.devstack.server.Server;
import java.time.Duration;

/** Is told how a start goes; from several threads. */
public interface Progress {

    void starting(Server server);

    void ready(Server server, Duration after);
}
