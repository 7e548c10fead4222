package dev.holdfast.courier.retry;

import dev.holdfast.courier.drain.HandedBack;
import dev.holdfast.courier.drain.Stopping;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Waits out a Postgres that does not answer. */
@ApplicationScoped
public class Outage {

    private static final Logger LOG = Logger.getLogger(Outage.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final AgroalDataSource database;
    private final Stopping stopping;
    private final AtomicBoolean told = new AtomicBoolean();

    Outage(AgroalDataSource database, Stopping stopping) {
        this.database = database;
        this.stopping = stopping;
    }

    /**
     * Returns once the database answers.
     *
     * @return whether it had to be waited for: if not, the failure was that of one connection
     * @throws HandedBack if the process stops first
     */
    public boolean waitOut() {
        Duration pause = FIRST_PAUSE;
        boolean waited = false;
        while (!answers()) {
            if (waited && told.compareAndSet(false, true)) {
                LOG.error("Postgres does not answer; nothing is taken in until it does.");
            }
            waited = true;
            stopping.pause(pause);
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
        if (told.compareAndSet(true, false)) {
            LOG.info("Postgres answers again; messages are taken in.");
        }
        return waited;
    }

    /** First without the connections that have broken: they say nothing about the server. */
    private boolean answers() {
        database.flush(FlushMode.INVALID);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            return statement.execute("SELECT 1");
        } catch (SQLException e) {
            LOG.debugf("Postgres does not answer: %s", e.getMessage());
            return false;
        }
    }
}
