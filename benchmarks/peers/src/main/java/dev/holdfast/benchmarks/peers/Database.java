package dev.holdfast.benchmarks.peers;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Where the peers keep their messages: a schema of their own on the server that is measured. */
record Database(String url, String user, String password) {

    HikariDataSource pool(int size) {
        var settings = new HikariConfig();
        settings.setJdbcUrl(url);
        settings.setUsername(user);
        settings.setPassword(password);
        settings.setMaximumPoolSize(size);
        settings.setMinimumIdle(size);
        return new HikariDataSource(settings);
    }

    /** Waits until a table has no rows. */
    static void awaitEmpty(HikariDataSource pool, String table) throws SQLException {
        long pause = Duration.ofMillis(2).toNanos();
        while (holdsAny(pool, table)) {
            LockSupport.parkNanos(pause);
        }
    }

    private static boolean holdsAny(HikariDataSource pool, String table) throws SQLException {
        try (var connection = pool.getConnection();
                var select = connection.prepareStatement("SELECT 1 FROM " + table + " LIMIT 1");
                var row = select.executeQuery()) {
            return row.next();
        }
    }
}
