package dev.holdfast.gateway.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.contracts.Command;
import dev.holdfast.contracts.operations.CancelRedrive;
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

/**
 * Takes in what operators want to become of dead letters, as commands to the service that has them.
 */
@ApplicationScoped
class DeadLetterIntake {

    private final Ledger ledger;
    private final Choices choices;
    private final Redrives redrives;
    private final ObjectMapper json;
    private final Clock clock;

    DeadLetterIntake(
            Ledger ledger, Choices choices, Redrives redrives, ObjectMapper json, Clock clock) {
        this.ledger = ledger;
        this.choices = choices;
        this.redrives = redrives;
        this.json = json;
        this.clock = clock;
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
        return accept(submission, id, command, "/v1/redrives/" + id, Redrive.accepted(command));
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
        return accept(submission, id, command, "/v1/commands/" + id, LetterCommandAccepted.of(id));
    }

    private Receipt accept(
            Submission submission, UUID id, Command command, String location, Object body) {
        var headers =
                Map.of(
                        "Location",
                        location,
                        "Link",
                        "</v1/commands/%s>; rel=\"status\"".formatted(id));
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var answer = new Answer(202, headers, write(body));
        return ledger.accept(submission, new Acceptance(id, command, null, answer, now));
    }

    private String write(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer cannot be written as JSON.", e);
        }
    }
}
