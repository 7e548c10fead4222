package dev.holdfast.courier.deadletter;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.holdfast.courier.relay.RelayDatabase;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The look at what became of letters")
class FindingsPlanTest {

    private static final String OVER =
            """
            INSERT INTO dead_letter (id, consumer, origin, address, message_id, key, headers, body, reason,
                                     detail, history, first_failed_at, state)
            SELECT gen_random_uuid(), 'commands', 'queue', 'q', gen_random_uuid(), 'k', '{}', '', 'permanent', '',
                   '[]', now(), CASE WHEN i % 100 = 0 THEN 'dead' ELSE 'resolved' END
            FROM generate_series(1, 20000) i;
            ANALYZE dead_letter
            """;

    @Test
    @DisplayName("does not read the letters that nothing can become of any more")
    void readsLittle() throws Exception {
        try (var database = new RelayDatabase()) {
            database.execute(OVER);
            List<String> plan =
                    new LetterStore(database.source())
                            .rows(
                                    "EXPLAIN " + Findings.ASK,
                                    explain -> {
                                        explain.setDouble(1, 1);
                                        explain.setInt(2, 500);
                                    },
                                    row -> row.getString(1));
            String text = String.join("\n", plan);
            assertFalse(text.contains("Seq Scan on dead_letter"), text);
        }
    }
}
