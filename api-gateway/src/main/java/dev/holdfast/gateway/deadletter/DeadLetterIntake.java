package dev.holdfast.gateway.deadletter;

import dev.holdfast.contracts.Command;
import dev.holdfast.contracts.operations.CancelRedrive;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.gateway.ledger.CommandIntake;
import dev.holdfast.gateway.ledger.CommandIntake.Offer;
import dev.holdfast.gateway.ledger.Receipt;
import dev.holdfast.gateway.ledger.Submission;
import dev.holdfast.gateway.problem.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Takes in what operators want to become of dead letters, as commands to the service that has them.
 */
@ApplicationScoped
class DeadLetterIntake {

    private final CommandIntake intake;
    private final Choices choices;
    private final Redrives redrives;

    DeadLetterIntake(CommandIntake intake, Choices choices, Redrives redrives) {
        this.intake = intake;
        this.choices = choices;
        this.redrives = redrives;
    }

    /**
     * Accepts a redrive. Its id is that of its command.
     *
     * @throws Refused if it cannot be told whose letters are meant, or the ledger refuses
     */
    Receipt redrive(Submission submission, RedriveRequest request, String by) {
        Choice choice = choices.of(request.ids(), request.filter());
        UUID id = MessageIds.next();
        var command = request.toCommand(id, choice, by);
        return intake.accept(
                submission,
                new Offer(
                        id,
                        command,
                        null,
                        "/v1/redrives/" + id,
                        Redrive.accepted(command),
                        intake.now()));
    }

    /**
     * Accepts a discard.
     *
     * @throws Refused if it cannot be told whose letters are meant, or the ledger refuses
     */
    Receipt discard(Submission submission, DiscardRequest request, String by) {
        Choice choice = choices.of(request.ids(), request.filter());
        UUID id = MessageIds.next();
        return accept(submission, id, request.toCommand(id, choice, by));
    }

    /**
     * Accepts that a redrive is to end.
     *
     * @throws Refused if there is no such redrive, or the ledger refuses
     */
    Receipt cancel(Submission submission, UUID redrive, CancelRequest request, String by) {
        Redrive known = redrives.find(redrive).orElseThrow(() -> unknown(redrive));
        var command = new CancelRedrive(redrive, known.service(), by, request.reason());
        return accept(submission, MessageIds.next(), command);
    }

    static Refused unknown(UUID redrive) {
        return Refused.notFound("There is no redrive %s.".formatted(redrive));
    }

    private Receipt accept(Submission submission, UUID id, Command command) {
        return intake.accept(submission, id, command, null, LetterCommandAccepted.of(id));
    }
}
