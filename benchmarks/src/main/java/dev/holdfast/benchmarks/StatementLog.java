package dev.holdfast.benchmarks;

import dev.holdfast.devstack.postgres.Postgres;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Every statement that a server is asked to carry out, counted by role: for as long as this is
 * open, PostgreSQL notes each in its log, without the values.
 */
final class StatementLog implements AutoCloseable {

    private static final Pattern STATEMENT =
            Pattern.compile("^counted (\\w+) LOG:  (?:statement|execute )", Pattern.MULTILINE);

    private final Postgres server;

    StatementLog(Postgres server) throws SQLException {
        this.server = server;
        set(
                "ALTER SYSTEM SET log_statement = 'all'",
                "ALTER SYSTEM SET log_parameter_max_length = 0",
                "ALTER SYSTEM SET log_line_prefix = 'counted %u '");
    }

    /** Watches for so long, and tells how many statements each role sent in a second. */
    Map<String, Double> perSecond(Duration time) throws IOException, InterruptedException {
        long from = Files.size(server.log());
        long start = System.nanoTime();
        Thread.sleep(time);
        double seconds = (System.nanoTime() - start) / 1e9;
        Map<String, Double> perSecond = new TreeMap<>();
        var statements = STATEMENT.matcher(since(from));
        while (statements.find()) {
            perSecond.merge(statements.group(1), 1 / seconds, Double::sum);
        }
        return perSecond;
    }

    @Override
    public void close() throws SQLException {
        set(
                "ALTER SYSTEM RESET log_statement",
                "ALTER SYSTEM RESET log_parameter_max_length",
                "ALTER SYSTEM RESET log_line_prefix");
    }

    private String since(long from) throws IOException {
        try (var log = new RandomAccessFile(server.log().toFile(), "r")) {
            byte[] fresh = new byte[(int) (log.length() - from)];
            log.seek(from);
            log.readFully(fresh);
            return new String(fresh, StandardCharsets.UTF_8);
        }
    }

    private void set(String... settings) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                server.jdbcUrl(), Postgres.SUPERUSER, server.password());
                var statement = connection.createStatement()) {
            for (String setting : settings) {
                statement.execute(setting);
            }
            statement.execute("SELECT pg_reload_conf()");
        }
    }
}
