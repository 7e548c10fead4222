package dev.holdfast.gateway.deadletter;

import dev.holdfast.contracts.operations.DeadLetterSelection;
import dev.holdfast.contracts.operations.RedriveDeadLetters;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A redrive as the API shows it.
 *
 * @param state {@code accepted}, {@code running}, {@code completed} or {@code canceled}
 * @param selection which dead letters
 * @param requestedBy who wants it
 * @param reason why
 * @param matched how many dead letters were meant; null as long as that is not known
 * @param first the ids of the first of them, a hundred at most
 * @param redriven how many were sent again
 * @param resolved how many had been handled meanwhile, so that nothing had to be sent
 * @param skipped how many cannot be sent and stay dead
 */
@RegisterForReflection
public record Redrive(
        UUID id,
        String service,
        String state,
        Selection selection,
        boolean dryRun,
        int ratePerSecond,
        String requestedBy,
        String reason,
        Long matched,
        List<UUID> first,
        long redriven,
        long resolved,
        long skipped,
        Instant startedAt,
        Instant updatedAt,
        Instant finishedAt,
        String canceledBy,
        String cancelReason) {

    /** One that the service has not told of yet. */
    static Redrive accepted(RedriveDeadLetters command) {
        return new Redrive(
                command.redriveId(),
                command.service(),
                "accepted",
                Selection.of(command.selection()),
                command.dryRun(),
                command.ratePerSecond(),
                command.by(),
                command.reason(),
                null,
                List.of(),
                0,
                0,
                0,
                null,
                null,
                null,
                null,
                null);
    }

    /**
     * Which dead letters; null wherever it does not matter.
     *
     * @param until before which they have died
     */
    @RegisterForReflection
    public record Selection(
            List<UUID> ids,
            String type,
            String reason,
            String address,
            String subject,
            Instant from,
            Instant until) {

        static Selection of(DeadLetterSelection told) {
            return new Selection(
                    told.ids(),
                    told.type(),
                    told.reason(),
                    told.address(),
                    told.subject(),
                    told.deadFrom(),
                    told.deadUntil());
        }
    }
}
