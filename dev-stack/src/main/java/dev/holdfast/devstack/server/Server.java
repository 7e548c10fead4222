package dev.holdfast.devstack.server;

import java.time.Duration;
import java.util.OptionalLong;

/** One of the servers or services that make up a stack. */
public interface Server {

    Duration GRACE = Duration.ofSeconds(20);

    /** The name under which its processes, files and settings are found. */
    String name();

    /** The version that runs, or would. */
    String version();

    /** The port at which its clients find it. */
    int port();

    /** The process that is it; empty if it does not run. */
    OptionalLong pid();

    /**
     * Starts it on what it stored before, unless it runs, and returns when it answers.
     *
     * @throws StartFailure if it does not come up; the message says why, and where its log is
     */
    void start();

    /** Whether whoever has its port answers as it would. */
    boolean answers();

    /** Whether it runs and answers. */
    default boolean ready() {
        return pid().isPresent() && answers();
    }

    /**
     * Ends it and everything it started, in good order if it manages within the grace. Does nothing
     * if it does not run.
     */
    void stop(Duration grace);

    /** Ends it with a grace that is enough for whatever it has under way. */
    default void stop() {
        stop(GRACE);
    }

    /** Ends it as a power failure would. Does nothing if it does not run. */
    void kill();
}
