package dev.holdfast.scheduler.retention;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;

/**
 * Rows that may be forgotten by age, a batch to a transaction. Killed in between, the next run goes
 * on; several at once leave each other's rows alone if the statement skips what is locked.
 */
public final class OldRows {

    /** The most rows that the statement may delete at a time: its {@code LIMIT}. */
    public static final int BATCH = 5000;

    private final String forget;

    /**
     * Rows that a statement deletes.
     *
     * @param forget deletes at most {@link #BATCH}; its one parameter is the age in seconds
     */
    public OldRows(String forget) {
        this.forget = forget;
    }

    /** Forgets all that are older; how many those were. */
    public long olderThan(Duration age) {
        long forgotten = 0;
        int batch;
        do {
            batch = QuarkusTransaction.requiringNew().call(() -> forgetBatch(age));
            forgotten += batch;
        } while (batch == BATCH);
        return forgotten;
    }

    private int forgetBatch(Duration age) {
        return Panache.getSession()
                .doReturningWork(
                        connection -> {
                            try (var statement = connection.prepareStatement(forget)) {
                                statement.setDouble(1, age.toMillis() / 1000.0);
                                return statement.executeUpdate();
                            }
                        });
    }
}
