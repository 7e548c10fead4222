package dev.holdfast.scheduler.schedule;

import dev.holdfast.contracts.Catalogue;
import dev.holdfast.contracts.Command;
import dev.holdfast.contracts.scheduler.DefineSchedule;
import dev.holdfast.contracts.scheduler.Fire;
import dev.holdfast.contracts.scheduler.ScheduleDefinition;
import dev.holdfast.contracts.scheduler.Timing;
import dev.holdfast.courier.handler.CommandHandler;
import dev.holdfast.courier.handler.Handlers;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.scheduler.Arriving;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The schedules of the service under test. */
@ApplicationScoped
class Scheduling {

    record Sent(Instant fireAt, String state, UUID commandId, Instant decidedAt) {}

    private final Handlers handlers;
    private final ScheduleTable table;
    private final DataSource database;

    Scheduling(Handlers handlers, ScheduleTable table, DataSource database) {
        this.handlers = handlers;
        this.table = table;
        this.database = database;
    }

    static Fire expire(UUID order) {
        return new Fire(
                "holdfast.orders.ExpireOrder.v1",
                order.toString(),
                "{\"orderId\":\"%s\"}".formatted(order));
    }

    void define(String name, UUID order, Timing timing, String overlap) {
        define(name, expire(order), timing, overlap);
    }

    void define(String name, Fire fire, Timing timing, String overlap) {
        var definition = new ScheduleDefinition(timing, null, null, fire, null, overlap);
        handle(Arriving.as(new DefineSchedule(name, definition, null)));
    }

    @SuppressWarnings("unchecked")
    <C extends Command> void handle(Received<C> command) {
        var handler =
                (CommandHandler<C>) handlers.of(Catalogue.typeOf(command.body())).orElseThrow();
        QuarkusTransaction.requiringNew().run(() -> handler.handle(command));
    }

    /** Not deleted. */
    Optional<Schedule> find(String name) {
        return QuarkusTransaction.requiringNew()
                .call(() -> table.lock(name).filter(s -> s.state() != ScheduleState.DELETED));
    }

    Instant now() {
        return QuarkusTransaction.requiringNew().call(table::now);
    }

    List<Sent> fires(String name) {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                "SELECT * FROM schedule_fire WHERE schedule = ? ORDER BY fire_at")) {
            select.setString(1, name);
            var rows = select.executeQuery();
            List<Sent> found = new ArrayList<>();
            while (rows.next()) {
                found.add(
                        new Sent(
                                rows.getObject("fire_at", OffsetDateTime.class).toInstant(),
                                rows.getString("state"),
                                rows.getObject("command_id", UUID.class),
                                rows.getObject("decided_at", OffsetDateTime.class).toInstant()));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("The fires could not be read.", e);
        }
    }

    void update(String sql, String name) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(sql)) {
            update.setString(1, name);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The schedule could not be changed.", e);
        }
    }
}
