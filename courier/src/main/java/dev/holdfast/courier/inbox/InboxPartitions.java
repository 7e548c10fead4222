package dev.holdfast.courier.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Keeps a partition of the inbox for each day that it remembers, and for the days to come.
 *
 * <p><b>Guarantee.</b> There is a partition for every id inside {@link #window}. Replicas may make
 * partitions at the same time; a new one does not hold up those that write to the others. Those
 * that are older than the window are dropped as a whole.
 */
@ApplicationScoped
public class InboxPartitions {

    static final int DAYS_BACK = 14;
    static final int DAYS_AHEAD = 3;

    private static final Logger LOG = Logger.getLogger(InboxPartitions.class);
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'inbox_'yyyyMMdd");

    private static final String ONE_AT_A_TIME =
            """
            SET LOCAL lock_timeout = '5s';
            SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || '.inbox', 0))
            """;

    /** Attaching, unlike PARTITION OF, lets writers of the other partitions go on. */
    private static final String CREATE =
            """
            CREATE TABLE %1$s (LIKE inbox INCLUDING INDEXES);
            ALTER TABLE inbox ATTACH PARTITION %1$s FOR VALUES FROM ('%2$s') TO ('%3$s')
            """;

    /** Gives way at once to whoever writes: it can wait for the next hour. */
    private static final String DROP =
            """
            SET LOCAL lock_timeout = '200ms';
            DROP TABLE IF EXISTS %s
            """;

    private final DataSource database;
    private volatile Window window;

    InboxPartitions(DataSource database) {
        this.database = database;
    }

    /** After the migration, before anything is taken in. */
    void start(@Observes @Priority(100) StartupEvent start) {
        ensure();
    }

    @Scheduled(every = "1h", delayed = "1h", identity = "inbox-partitions")
    @RunOnVirtualThread
    void tick() {
        ensure();
        dropOld();
    }

    /** Makes what is missing, today being what the database says. */
    public void ensure() {
        window = QuarkusTransaction.requiringNew().call(this::makeMissing);
    }

    /**
     * Drops what the inbox has no need to remember any more; a day later than it could, for what
     * was read while its day was still within the window.
     */
    void dropOld() {
        String oldest = NAME.format(window.from().atOffset(ZoneOffset.UTC).minusDays(1));
        try {
            List<String> dropped =
                    QuarkusTransaction.requiringNew().call(() -> dropOlderThan(oldest));
            dropped.forEach(name -> LOG.infof("The inbox has forgotten %s.", name));
        } catch (QuarkusTransactionException e) {
            LOG.debugf("Old partitions of the inbox are dropped later: %s", e.getMessage());
        }
    }

    private List<String> dropOlderThan(String oldest) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> old =
                    existing(statement).stream()
                            .filter(name -> name.compareTo(oldest) < 0)
                            .toList();
            for (String name : old) {
                statement.execute(DROP.formatted(name));
            }
            return old;
        }
    }

    /** For which messages there is a partition now. */
    public Window window() {
        return window;
    }

    private Window makeMissing() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(ONE_AT_A_TIME);
            List<String> there = existing(statement);
            LocalDate today = today(statement);
            LocalDate first = today.minusDays(DAYS_BACK);
            LocalDate end = today.plusDays(DAYS_AHEAD + 1);
            for (LocalDate day : first.datesUntil(end).toList()) {
                if (!there.contains(NAME.format(day))) {
                    statement.execute(creation(day));
                    LOG.debugf("The inbox has a partition for %s.", day);
                }
            }
            return new Window(midnight(first), midnight(end));
        }
    }

    private static List<String> existing(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows =
                statement.executeQuery(
                        """
                        SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
                        WHERE i.inhparent = 'inbox'::regclass
                        """)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static LocalDate today(Statement statement) throws SQLException {
        try (ResultSet row =
                statement.executeQuery("SELECT (clock_timestamp() AT TIME ZONE 'UTC')::date")) {
            row.next();
            return row.getObject(1, LocalDate.class);
        }
    }

    private static String creation(LocalDate day) {
        return CREATE.formatted(
                NAME.format(day),
                Window.firstIdOf(midnight(day)),
                Window.firstIdOf(midnight(day.plusDays(1))));
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
