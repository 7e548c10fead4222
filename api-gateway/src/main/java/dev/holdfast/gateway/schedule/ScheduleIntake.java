package dev.holdfast.gateway.schedule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.contracts.Command;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.gateway.ledger.Acceptance;
import dev.holdfast.gateway.ledger.Answer;
import dev.holdfast.gateway.ledger.Ledger;
import dev.holdfast.gateway.ledger.Receipt;
import dev.holdfast.gateway.ledger.Submission;
import dev.holdfast.gateway.problem.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/** Takes changes of schedules in. */
@ApplicationScoped
class ScheduleIntake {

    private final Ledger ledger;
    private final ObjectMapper json;
    private final Clock clock;

    ScheduleIntake(Ledger ledger, ObjectMapper json, Clock clock) {
        this.ledger = ledger;
        this.json = json;
        this.clock = clock;
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
        String status = "/v1/commands/" + id;
        var headers = Map.of("Location", status, "Link", "<%s>; rel=\"status\"".formatted(status));
        var body = write(ScheduleAccepted.of(command.key(), id));
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return ledger.accept(
                submission, new Acceptance(id, command, null, new Answer(202, headers, body), now));
    }

    private String write(ScheduleAccepted accepted) {
        try {
            return json.writeValueAsString(accepted);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer cannot be written as JSON.", e);
        }
    }
}
