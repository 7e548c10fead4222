package dev.holdfast.courier.interleaving;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** A script's one connection. Every statement, commit and rollback waits for its turn. */
public final class Session {

    private final Actor actor;

    Session(Actor actor) {
        this.actor = actor;
    }

    /** Hands out the session's connection, always the same; closing it changes nothing. */
    public DataSource database() {
        return database(UnaryOperator.identity());
    }

    /**
     * The same, with every statement changed on its way: for planting a fault into code that is
     * otherwise run as it is.
     */
    public DataSource database(UnaryOperator<String> change) {
        return SteppedDatabase.over(actor, change);
    }

    /** The session's connection. */
    public Connection connection() {
        return SteppedDatabase.connection(actor, UnaryOperator.identity());
    }

    /** Begins a transaction; until then each statement is one of its own. */
    public void begin() throws SQLException {
        actor.connection().setAutoCommit(false);
    }

    public void commit() throws SQLException {
        connection().commit();
        actor.connection().setAutoCommit(true);
    }

    public void rollback() throws SQLException {
        connection().rollback();
        actor.connection().setAutoCommit(true);
    }

    /** Runs a statement. */
    public void execute(String sql) throws SQLException {
        try (Statement statement = connection().createStatement()) {
            statement.execute(sql);
        }
    }

    /** A step without SQL, such as asking a broker: others may come between it and the next. */
    public void step(String name) {
        actor.awaitTurn(name);
    }
}
