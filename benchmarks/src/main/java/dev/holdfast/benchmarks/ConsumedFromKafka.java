package dev.holdfast.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Has the service take events: an inbox row and one effect row each. */
final class ConsumedFromKafka implements Rounds.Round {

    private static final String TAKEN = "SELECT count(*) FROM effect";

    /** Cheap to ask for; a batch that is rolled back leaves a gap, so it is only an upper bound. */
    private static final String AT_MOST =
            "SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM effect_pos_seq";

    private final Ground ground;

    ConsumedFromKafka(Ground ground) {
        this.ground = ground;
    }

    /**
     * Events per second, from the first that is written to Kafka until all have had their effect.
     */
    @Override
    public double measure() throws Exception {
        int messages = ground.effort().messages();
        try (var connection = ground.service().connect();
                var events = new StockEvents(ground.servers().kafka().bootstrapServers())) {
            long all = one(connection, TAKEN) + messages;
            long start = System.nanoTime();
            events.write(messages);
            Waiting.until(
                    "The events were not all taken.",
                    Duration.ofMinutes(3),
                    () -> one(connection, AT_MOST) >= all && one(connection, TAKEN) >= all);
            double seconds = (System.nanoTime() - start) / 1e9;
            long taken = one(connection, TAKEN);
            if (taken != all) {
                throw new IllegalStateException("%d effects instead of %d.".formatted(taken, all));
            }
            return messages / seconds;
        }
    }

    private static long one(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
