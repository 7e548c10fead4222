package dev.holdfast.e2e.crash;

import dev.holdfast.devstack.postgres.Postgres;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Orders that a view cannot take for a while, so that their keys are parked; then they can. By a
 * trigger in the database: no service knows of it.
 */
final class Poison implements AutoCloseable {

    private static final String ON =
            """
            CREATE OR REPLACE FUNCTION gateway.refuse_poison() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF NEW.reference LIKE 'poison-%'
                   AND clock_timestamp() < NEW.accepted_at + interval '4 seconds' THEN
                    RAISE EXCEPTION 'This order is poison for now.';
                END IF;
                RETURN NEW;
            END
            $$;
            CREATE OR REPLACE TRIGGER refuse_poison BEFORE INSERT ON gateway.order_view
            FOR EACH ROW EXECUTE FUNCTION gateway.refuse_poison()
            """;

    private static final String OFF =
            """
            DROP TRIGGER refuse_poison ON gateway.order_view;
            DROP FUNCTION gateway.refuse_poison()
            """;

    private final Postgres postgres;

    Poison(Postgres postgres) throws SQLException {
        this.postgres = postgres;
        run(ON);
    }

    @Override
    public void close() throws SQLException {
        run(OFF);
    }

    private void run(String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                postgres.jdbcUrl(), "postgres", postgres.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
