package dev.holdfast.courier.interleaving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.courier.relay.RelayDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The explorer")
class ExplorerTest {

    private RelayDatabase database;
    private Explorer explorer;

    @BeforeEach
    void open() throws SQLException {
        database = new RelayDatabase();
        database.execute("CREATE TABLE account (id int PRIMARY KEY, balance int NOT NULL)");
        explorer = new Explorer(database.source());
    }

    @AfterEach
    void close() throws SQLException {
        explorer.close();
        database.close();
    }

    @Test
    @DisplayName("runs two scripts of two statements in all six orders")
    void everyOrder() throws Exception {
        int orders = explorer.explore(() -> new Accounts(List.of(asks("a"), asks("b")), () -> {}));
        assertEquals(6, orders);
    }

    @Test
    @DisplayName("finds the order in which an update is lost, and tells it")
    void lostUpdate() {
        var found =
                assertThrows(
                        Violation.class,
                        () -> explorer.explore(() -> new Accounts(bothAdd(""), this::nothingLost)));
        assertEquals(6, found.schedule().size());
        assertTrue(found.getMessage().contains("b: UPDATE account SET balance = 1"));
    }

    @Test
    @DisplayName("goes on with the others while a lock keeps a script in its step")
    void locked() throws Exception {
        int orders =
                explorer.explore(() -> new Accounts(bothAdd(" FOR UPDATE"), this::nothingLost));
        assertTrue(orders >= 4, orders + " orders");
    }

    @Test
    @DisplayName("leaves a deadlock to the server, as the end of one script")
    void deadlock() throws Exception {
        explorer.explore(
                () -> new Accounts(List.of(crossing("a", 1, 2), crossing("b", 2, 1)), () -> {}));
    }

    @Test
    @DisplayName("takes an unexpected exception for a violation")
    void exception() {
        var broken = Script.of("broken", session -> session.execute("SELECT nothing"));
        var found =
                assertThrows(
                        Violation.class,
                        () -> explorer.explore(() -> new Accounts(List.of(broken), () -> {})));
        assertEquals(List.of("broken: SELECT nothing"), found.schedule());
    }

    private static Script asks(String name) {
        return Script.of(
                name,
                session -> {
                    session.execute("SELECT 1");
                    session.step("thinks");
                });
    }

    private static List<Script> bothAdd(String lock) {
        return List.of(adds("a", lock), adds("b", lock));
    }

    private static Script adds(String name, String lock) {
        return Script.of(
                name,
                session -> {
                    session.begin();
                    int balance;
                    try (var select =
                                    session.connection()
                                            .prepareStatement(
                                                    "SELECT balance FROM account WHERE id = 1"
                                                            + lock);
                            var row = select.executeQuery()) {
                        row.next();
                        balance = row.getInt(1);
                    }
                    session.execute(
                            "UPDATE account SET balance = %d WHERE id = 1".formatted(balance + 1));
                    session.commit();
                });
    }

    private static Script crossing(String name, int first, int second) {
        return Script.mayFail(
                name,
                session -> {
                    session.begin();
                    session.execute("UPDATE account SET balance = 7 WHERE id = " + first);
                    session.execute("UPDATE account SET balance = 7 WHERE id = " + second);
                    session.commit();
                });
    }

    private void nothingLost() throws SQLException {
        assertEquals(List.of("2"), database.column("SELECT balance FROM account WHERE id = 1"));
    }

    private interface Check {
        void run() throws Exception;
    }

    private final class Accounts implements Scenario {

        private final List<Script> scripts;
        private final Check check;

        private Accounts(List<Script> scripts, Check check) {
            this.scripts = scripts;
            this.check = check;
        }

        @Override
        public void prepare() throws SQLException {
            database.execute("DELETE FROM account; INSERT INTO account VALUES (1, 0), (2, 0)");
        }

        @Override
        public List<Script> scripts() {
            return scripts;
        }

        @Override
        public void verify() throws Exception {
            check.run();
        }
    }
}
