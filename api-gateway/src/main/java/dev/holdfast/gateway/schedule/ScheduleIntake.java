package dev.holdfast.gateway.schedule;

import dev.holdfast.contracts.Command;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.gateway.ledger.CommandIntake;
import dev.holdfast.gateway.ledger.Ledger;
import dev.holdfast.gateway.ledger.Receipt;
import dev.holdfast.gateway.ledger.Submission;
import dev.holdfast.gateway.problem.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Takes changes of schedules in. */
@ApplicationScoped
class ScheduleIntake {

    private final Ledger ledger;
    private final CommandIntake intake;

    ScheduleIntake(Ledger ledger, CommandIntake intake) {
        this.ledger = ledger;
        this.intake = intake;
    }

    Receipt define(Submission submission, Command command) {
        return accept(submission, command);
    }

    /**
     * Accepts a change of a schedule that there is.
     *
     * @throws Refused if there is none of this name
     */
    Receipt change(Submission submission, Command command) {
        String name = command.key();
        if (ScheduleRow.existing(name).isEmpty()) {
            return ledger.find(submission).orElseThrow(() -> unknown(name));
        }
        return accept(submission, command);
    }

    static Refused unknown(String name) {
        return Refused.notFound("There is no schedule '%s'.".formatted(name));
    }

    private Receipt accept(Submission submission, Command command) {
        UUID id = MessageIds.next();
        var body = ScheduleAccepted.of(command.key(), id);
        return intake.accept(submission, id, command, null, body);
    }
}
