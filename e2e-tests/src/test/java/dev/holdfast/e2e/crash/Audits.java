package dev.holdfast.e2e.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.auditor.Verdict;
import dev.holdfast.e2e.Suite;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;

/** The auditor, asked at the end of a test. */
public final class Audits {

    /** For how long something may be under way once the load has ended. */
    private static final Duration SETTLE = Duration.ofSeconds(20);

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final String ACCEPTED =
            "SELECT command_id::text FROM gateway.ledger WHERE type LIKE '%.PlaceOrder.%'";

    private Audits() {}

    /**
     * After the load has ended: waits until everything is settled, then lets the auditor decide.
     */
    public static void assertEveryPromiseKept(Suite suite) {
        Verdict[] last = new Verdict[1];
        Awaitility.await()
                .atMost(PATIENCE)
                .pollDelay(SETTLE)
                .pollInterval(Duration.ofSeconds(5))
                .conditionEvaluationListener(null)
                .untilAsserted(
                        () -> {
                            last[0] = suite.audit(SETTLE);
                            assertEquals("", problems(last[0]));
                        });
        System.out.print(last[0].text());
    }

    /** What customers were told stands in the ledger. */
    public static void assertAccepted(Suite suite, Set<String> ids) throws SQLException {
        Set<String> missing = new TreeSet<>(ids);
        try (var connection =
                        DriverManager.getConnection(
                                suite.stack().postgres().jdbcUrl(), "holdfast", "");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(ACCEPTED)) {
            while (rows.next()) {
                missing.remove(rows.getString(1));
            }
        }
        assertEquals(Set.of(), missing, "accepted, and not in the ledger");
    }

    private static String problems(Verdict verdict) {
        return verdict.clean() ? "" : verdict.text();
    }
}
