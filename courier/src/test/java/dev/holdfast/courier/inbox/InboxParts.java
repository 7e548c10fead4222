package dev.holdfast.courier.inbox;

import java.time.Duration;
import javax.sql.DataSource;

/** The inbox over any connection, for tests that step its statements. */
public final class InboxParts {

    private InboxParts() {}

    /** One whose partitions are there already. */
    public static Inbox inbox(DataSource database) {
        return new Inbox(database, new InboxPartitions(database));
    }

    public static Versions versions(DataSource database) {
        return new Versions(database, Duration.ofMinutes(10));
    }
}
