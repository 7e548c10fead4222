package dev.holdfast.contracts.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Which dead letters of one service are meant: those with these ids, or all that everything else
 * fits. Only such as are dead when it comes to them are ever touched.
 *
 * @param ids of the dead letters; null if the filter decides
 * @param type their type id; null for any, as everywhere below
 * @param reason the stable code of why they are dead
 * @param address the queue or topic that they came from
 * @param subject their key
 * @param deadFrom not those that died before this
 * @param deadUntil not those that died at this time or later
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeadLetterSelection(
        List<UUID> ids,
        String type,
        String reason,
        String address,
        String subject,
        Instant deadFrom,
        Instant deadUntil) {

    public DeadLetterSelection {
        ids = ids == null ? null : List.copyOf(ids);
    }

    /** The same, but of those only that died before a time. */
    public DeadLetterSelection until(Instant time) {
        boolean sooner = deadUntil != null && deadUntil.isBefore(time);
        return new DeadLetterSelection(
                ids, type, reason, address, subject, deadFrom, sooner ? deadUntil : time);
    }
}
