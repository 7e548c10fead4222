package dev.holdfast.benchmarks.service;

import dev.holdfast.contracts.Event;
import dev.holdfast.contracts.stock.StockChanged;
import dev.holdfast.courier.handler.EventHandler;
import dev.holdfast.courier.handler.Received;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Writes one row for each event, a batch in one statement. */
@ApplicationScoped
class EffectHandler implements EventHandler {

    private static final String INSERT =
            """
            INSERT INTO effect (message_id, key, amount)
            SELECT * FROM unnest(?::uuid[], ?::text[], ?::bigint[])
            """;

    private final DataSource database;

    EffectHandler(DataSource database) {
        this.database = database;
    }

    @Override
    public void handle(Received<Event> event) {
        handleAll(List.of(event));
    }

    @Override
    public void handleAll(List<Received<Event>> events) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setArray(1, connection.createArrayOf("uuid", ids(events)));
            insert.setArray(2, connection.createArrayOf("text", keys(events)));
            insert.setArray(3, connection.createArrayOf("bigint", amounts(events)));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The effects could not be written.", e);
        }
    }

    private static Object[] ids(List<Received<Event>> events) {
        return events.stream().map(event -> event.envelope().id()).toArray();
    }

    private static Object[] keys(List<Received<Event>> events) {
        return events.stream().map(event -> event.envelope().key()).toArray();
    }

    private static Object[] amounts(List<Received<Event>> events) {
        return events.stream()
                .map(event -> event.body() instanceof StockChanged changed ? changed.onHand() : 0L)
                .toArray();
    }
}
