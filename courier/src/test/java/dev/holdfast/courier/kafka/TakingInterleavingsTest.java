package dev.holdfast.courier.kafka;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.courier.interleaving.Explorer;
import dev.holdfast.courier.interleaving.Violation;
import dev.holdfast.courier.relay.RelayDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("However consumers and probers of one key fall between each other")
class TakingInterleavingsTest {

    private static final UnaryOperator<String> AS_IT_IS = UnaryOperator.identity();

    private RelayDatabase database;
    private Explorer explorer;

    @BeforeEach
    void open() throws SQLException {
        database = new RelayDatabase();
        database.execute(
                """
                CREATE TABLE inbox_all PARTITION OF inbox
                FOR VALUES FROM ('00000000-0000-0000-0000-000000000000') TO (MAXVALUE)
                """);
        explorer = new Explorer(database.source());
    }

    @AfterEach
    void close() throws SQLException {
        explorer.close();
        database.close();
    }

    @Test
    @DisplayName("what two consumers get at once is handled once, in order")
    void duplicates() throws Exception {
        explore(one -> List.of(one.consumer("a", 1, 2), one.consumer("b", 1, 2)), 0);
    }

    @Test
    @DisplayName("batches that overlap are handled once each record, in order")
    void overlap() throws Exception {
        explore(one -> List.of(one.consumer("a", 1, 2), one.consumer("b", 2, 3)), 0);
    }

    @Test
    @DisplayName("records that swap places are handled in order")
    void swapped() throws Exception {
        explore(one -> List.of(one.consumer("a", 2), one.consumer("b", 1)), 0);
    }

    @Test
    @DisplayName("a missing version that comes while its key is probed frees the line")
    void lateRecord() throws Exception {
        explore(one -> List.of(one.consumer("late", 2), one.prober("prober", 2)), 1, 3);
    }

    @Test
    @DisplayName("a record that comes while its key is drained is not left behind")
    void behindTheDrain() throws Exception {
        explore(one -> List.of(one.consumer("next", 3), one.prober("prober", 2)), 1, 2);
    }

    @Test
    @DisplayName("two probers handle each record once, in order")
    void twoProbers() throws Exception {
        explore(one -> List.of(one.prober("a", 3), one.prober("b", 3)), 1, 2, 3);
    }

    @Test
    @DisplayName("two consumers and a prober of the same key do no harm to each other")
    void three() throws Exception {
        explore(
                one ->
                        List.of(
                                one.consumer("late", 2),
                                one.consumer("again", 2),
                                one.prober("prober", 1)),
                1,
                3);
    }

    @Test
    @DisplayName("planted fault: a parked key that is not held is let go under a record's feet")
    void keyNotHeld() {
        finds(
                sql -> sql.replace("FOR NO KEY UPDATE", ""),
                one -> List.of(one.consumer("next", 3), one.prober("prober", 2)));
    }

    @Test
    @DisplayName("planted fault: a line in the order of arrival never goes on")
    void orderOfArrival() {
        finds(
                sql -> sql.replace("ORDER BY sequence, pos", "ORDER BY pos"),
                one -> List.of(one.consumer("late", 2), one.prober("prober", 2)),
                1,
                3);
    }

    private void explore(TakingScenario.Cast cast, long handled, long... parked) throws Exception {
        explorer.explore(() -> new TakingScenario(database, AS_IT_IS, cast, handled, parked));
    }

    private void finds(UnaryOperator<String> fault, TakingScenario.Cast cast) {
        finds(fault, cast, 1, 2);
    }

    private void finds(
            UnaryOperator<String> fault, TakingScenario.Cast cast, long handled, long... parked) {
        var found =
                assertThrows(
                        Violation.class,
                        () ->
                                explorer.explore(
                                        () ->
                                                new TakingScenario(
                                                        database, fault, cast, handled, parked)));
        assertFalse(found.schedule().isEmpty());
    }
}
