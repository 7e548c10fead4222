package dev.holdfast.devstack.stack;

import dev.holdfast.devstack.server.Server;
import java.util.OptionalLong;

/**
 * How one server or service is.
 *
 * @param pid empty if it does not run
 * @param memory resident bytes; 0 if it does not run
 * @param ready whether it answers
 */
public record Part(
        String name, String version, int port, OptionalLong pid, long memory, boolean ready) {

    static Part of(Server server) {
        var pid = server.pid();
        return new Part(
                server.name(),
                server.version(),
                server.port(),
                pid,
                pid.isPresent() ? Memory.of(pid.getAsLong()) : 0,
                pid.isPresent() && server.answers());
    }
}
