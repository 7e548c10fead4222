package dev.holdfast.auditor.reading;

import dev.holdfast.auditor.evidence.Notification;
import dev.holdfast.auditor.evidence.Timer;
import java.util.List;
import java.util.UUID;

/** What the scheduler-service and the notification-worker keep of their own. */
final class WorkerSchemas {

    private static final String TIMERS =
            "SELECT id, state, due_at, ended_at, command_id FROM scheduler.timer ORDER BY id";

    private static final String NOTIFICATIONS =
            """
            SELECT id, order_id, kind, state, created_at FROM notifications.notification ORDER BY id
            """;

    private final Database database;

    WorkerSchemas(Database database) {
        this.database = database;
    }

    List<Timer> timers() {
        return database.all(
                TIMERS,
                row ->
                        new Timer(
                                row.getString(1),
                                row.getString(2),
                                Database.instant(row, 3),
                                Database.instant(row, 4),
                                row.getObject(5, UUID.class)));
    }

    List<Notification> notifications() {
        return database.all(
                NOTIFICATIONS,
                row ->
                        new Notification(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getString(3),
                                row.getString(4),
                                Database.instant(row, 5)));
    }
}
