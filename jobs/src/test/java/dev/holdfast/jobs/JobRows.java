package dev.holdfast.jobs;

import static org.awaitility.Awaitility.await;

import dev.holdfast.jobs.store.JobStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Looks at the tables from outside. */
@ApplicationScoped
public class JobRows {

    /** A job that has ended. */
    public record Ended(String outcome, int attempts, String error) {}

    private final JobStore store;

    JobRows(JobStore store) {
        this.store = store;
    }

    public Ended awaitEnded(UUID id) {
        return await().atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> ended(id), Optional::isPresent)
                .orElseThrow();
    }

    public Optional<Ended> ended(UUID id) {
        return store.ask(
                connection -> {
                    try (var select =
                            connection.prepareStatement(
                                    "SELECT outcome, attempts, error FROM job_history WHERE id = ?")) {
                        select.setObject(1, id);
                        var row = select.executeQuery();
                        return row.next()
                                ? Optional.of(
                                        new Ended(
                                                row.getString(1), row.getInt(2), row.getString(3)))
                                : Optional.empty();
                    }
                });
    }

    /** The number that a query answers. */
    public long number(String sql) {
        return store.ask(
                connection -> {
                    try (var statement = connection.createStatement()) {
                        var row = statement.executeQuery(sql);
                        row.next();
                        return row.getLong(1);
                    }
                });
    }

    public void execute(String sql) {
        store.ask(
                connection -> {
                    try (var statement = connection.createStatement()) {
                        return statement.execute(sql);
                    }
                });
    }
}
