package dev.holdfast.devstack.postgres;

import dev.holdfast.devstack.server.StartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Makes the database and one role and schema per service in it, as far as they are missing. */
final class Roles {

    private static final String DATABASE_EXISTS = "SELECT FROM pg_database WHERE datname = ?";

    private final String serverUrl;
    private final String databaseUrl;

    Roles(String serverUrl, String databaseUrl) {
        this.serverUrl = serverUrl;
        this.databaseUrl = databaseUrl;
    }

    void make() {
        try {
            makeDatabase();
            try (var connection = DriverManager.getConnection(databaseUrl);
                    var statement = connection.createStatement()) {
                statement.execute(script());
            }
        } catch (SQLException e) {
            throw new StartFailure("The database's roles cannot be made: " + e.getMessage(), e);
        }
    }

    private void makeDatabase() throws SQLException {
        try (var connection = DriverManager.getConnection(serverUrl);
                var exists = connection.prepareStatement(DATABASE_EXISTS);
                var statement = connection.createStatement()) {
            exists.setString(1, Postgres.DATABASE);
            if (!exists.executeQuery().next()) {
                statement.execute("CREATE DATABASE " + Postgres.DATABASE);
            }
        }
    }

    private static String script() {
        try (var text = Roles.class.getResourceAsStream("roles.sql")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
