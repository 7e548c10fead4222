package dev.holdfast.devstack.server;

/** One of the servers that Holdfast's services stand on. */
public interface Server {

    /** The name under which its processes, files and settings are found. */
    String name();

    String version();

    /**
     * Starts it on what it stored before and returns when it answers; returns at once if it runs.
     *
     * @throws StartFailure if it does not come up; the message says why, and where its log is
     */
    void start();

    /** Whether it answers a real question now. */
    boolean ready();

    /** Ends it and everything it started. Does nothing if it does not run. */
    void stop();

    /** Ends it as a power failure would. Does nothing if it does not run. */
    void kill();
}
