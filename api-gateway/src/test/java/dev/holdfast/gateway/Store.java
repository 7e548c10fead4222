package dev.holdfast.gateway;

import dev.holdfast.contracts.Event;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.gateway.projection.Projections;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The gateway's database, and the way events get into it, for tests. */
@ApplicationScoped
public class Store {

    private final DataSource database;
    private final Projections projections;

    Store(DataSource database, Projections projections) {
        this.database = database;
        this.projections = projections;
    }

    /** Takes events in as the courier does: a batch in one transaction. */
    public void take(List<Received<Event>> events) {
        QuarkusTransaction.requiringNew().run(() -> projections.handleAll(events));
    }

    public void takeEach(List<Received<Event>> events) {
        events.forEach(event -> take(List.of(event)));
    }

    public long count(String from, Object... values) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT count(*) FROM " + from)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<UUID> ids(String sql, Object value) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setObject(1, value);
            var ids = new ArrayList<UUID>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getObject(1, UUID.class));
                }
            }
            return ids;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a refusal must not change. */
    public List<Long> written() {
        return List.of(count("ledger"), count("outbox"));
    }
}
