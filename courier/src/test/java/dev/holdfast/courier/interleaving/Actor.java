package dev.holdfast.courier.interleaving;

import java.sql.Connection;

/** A script under way in one order: a thread and a connection that move only when told to. */
final class Actor {

    private final Script script;
    private final Stage stage;
    private final Connection connection;
    private final int pid;
    private Standing standing = Standing.RUNNING;
    private String next;
    private Throwable failure;

    enum Standing {
        /** Before a step that it may take when told to. */
        WAITING,
        /** In a step: at work, or kept by a lock. */
        RUNNING,
        ENDED
    }

    Actor(Script script, Stage stage, Connection connection, int pid) {
        this.script = script;
        this.stage = stage;
        this.connection = connection;
        this.pid = pid;
    }

    void start() {
        Thread.ofVirtual().name(script.name()).start(this::run);
    }

    private void run() {
        Throwable thrown = null;
        try {
            script.body().run(new Session(this));
        } catch (Throwable e) {
            thrown = e;
        }
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (Exception e) {
            thrown = thrown == null ? e : thrown;
        }
        failure = thrown;
        stage.become(this, Standing.ENDED);
    }

    /** Called by the actor's thread before each step. */
    void awaitTurn(String step) {
        next = step;
        stage.become(this, Standing.WAITING);
        stage.awaitTurn(this);
    }

    String name() {
        return script.name();
    }

    String next() {
        return next;
    }

    int pid() {
        return pid;
    }

    Connection connection() {
        return connection;
    }

    Standing standing() {
        return standing;
    }

    void stand(Standing standing) {
        this.standing = standing;
    }

    /** How it ended, if not well. */
    Throwable failure() {
        return failure;
    }

    boolean failedAgainstItsWord() {
        return failure != null && (failure instanceof Error || !script.mayFail());
    }
}
