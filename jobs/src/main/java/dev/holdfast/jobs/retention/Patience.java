package dev.holdfast.jobs.retention;

import java.sql.SQLException;
import java.sql.Statement;

/** How long to wait for a lock that keeps everybody else waiting. */
final class Patience {

    private Patience() {}

    /** Gives up after a moment, for the rest of the transaction. */
    static void brief(Statement statement) throws SQLException {
        statement.execute("SET LOCAL lock_timeout = '200ms'");
    }
}
