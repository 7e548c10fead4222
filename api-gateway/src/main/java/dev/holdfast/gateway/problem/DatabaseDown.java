package dev.holdfast.gateway.problem;

import java.sql.SQLException;

/** Tells a database that does not answer from one that was asked nonsense. */
final class DatabaseDown {

    private DatabaseDown() {}

    static boolean isCauseOf(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isOutage(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** No state at all is the pool's own: it waited for a connection in vain. */
    private static boolean isOutage(String state) {
        return state == null
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57P");
    }
}
