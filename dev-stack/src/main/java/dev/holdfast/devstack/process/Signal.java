package dev.holdfast.devstack.process;

/** The signals that end a process. */
public enum Signal {
    /** To Postgres: end now, without waiting for its clients. */
    INT,
    TERM,
    KILL;

    /** Sends the signal, unless the process has ended. */
    public void sendTo(ProcessId process) {
        if (process.isAlive()) {
            Command.of("kill", "-" + name(), String.valueOf(process.pid())).run();
        }
    }
}
