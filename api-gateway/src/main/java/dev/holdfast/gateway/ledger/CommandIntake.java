package dev.holdfast.gateway.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.contracts.Command;
import dev.holdfast.gateway.problem.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/**
 * Accepts commands in the one way there is: the client reads 202, where the thing is, and where it
 * can learn what became of the command.
 */
@ApplicationScoped
public class CommandIntake {

    private final Ledger ledger;
    private final ObjectMapper json;
    private final Clock clock;

    CommandIntake(Ledger ledger, ObjectMapper json, Clock clock) {
        this.ledger = ledger;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A command about to be accepted.
     *
     * @param id a UUIDv7, of the command
     * @param owner the customer it concerns; null if it concerns none
     * @param location of what it makes
     * @param body of the answer
     */
    public record Offer(
            UUID id, Command command, String owner, String location, Object body, Instant at) {}

    /** The time of an acceptance, as precise as the database keeps it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Accepts a command that makes nothing that could be looked at.
     *
     * @throws Refused if the ledger refuses
     */
    public Receipt accept(
            Submission submission, UUID id, Command command, String owner, Object body) {
        return accept(submission, new Offer(id, command, owner, status(id), body, now()));
    }

    /**
     * Accepts a command, or finds that it was accepted before.
     *
     * @throws Refused if the ledger refuses
     */
    public Receipt accept(Submission submission, Offer offer) {
        var headers =
                Map.of(
                        "Location",
                        offer.location(),
                        "Link",
                        "<%s>; rel=\"status\"".formatted(status(offer.id())));
        var answer = new Answer(202, headers, write(offer.body()));
        return ledger.accept(
                submission,
                new Acceptance(offer.id(), offer.command(), offer.owner(), answer, offer.at()));
    }

    private static String status(UUID command) {
        return "/v1/commands/" + command;
    }

    private String write(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer cannot be written as JSON.", e);
        }
    }
}
