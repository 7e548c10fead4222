package dev.holdfast.scheduler.timer;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/**
 * A timer, for reading. Timers change only by the set-based statements of {@link TimerTable},
 * {@link Firing} and {@link TimerRetention}, never one by one.
 */
@Entity
@Immutable
public class Timer extends PanacheEntityBase {

    private static final String COUNT_PENDING =
            """
            WITH counted AS (
                SELECT count(*) AS pending
                FROM (SELECT FROM timer WHERE state = 'pending' LIMIT 10000) AS up_to_a_point)
            SELECT CASE WHEN pending < 10000 THEN pending
                        ELSE greatest(pending, (SELECT reltuples::bigint FROM pg_class
                                                WHERE oid = 'timer_due'::regclass)) END
            FROM counted
            """;

    /** The key its owner chose. */
    @Id String id;

    @Enumerated(EnumType.STRING)
    TimerState state;

    @Column(name = "due_at")
    Instant dueAt;

    /** The message it was fired as; null if it has not fired. */
    @Column(name = "command_id")
    UUID commandId;

    /** When it was fired or canceled; null while it is pending. */
    @Column(name = "ended_at")
    Instant endedAt;

    /**
     * How many wait: counted up to 10,000, beyond that as the planner estimates, which is cheap.
     */
    static long pending() {
        return (Long)
                getEntityManager().createNativeQuery(COUNT_PENDING, Long.class).getSingleResult();
    }
}
