package dev.holdfast.gateway.schedule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.contracts.Catalogue;
import dev.holdfast.contracts.Command;
import dev.holdfast.contracts.scheduler.Fire;
import dev.holdfast.contracts.scheduler.Misfire;
import dev.holdfast.contracts.scheduler.ScheduleDefinition;
import dev.holdfast.contracts.scheduler.Timing;
import dev.holdfast.courier.handler.BodyReader;
import dev.holdfast.courier.retry.PermanentFailure;
import dev.holdfast.gateway.problem.Fault;
import dev.holdfast.gateway.problem.ProblemType;
import dev.holdfast.gateway.problem.Refused;
import dev.holdfast.jobs.calendar.Definitions;
import dev.holdfast.jobs.calendar.InvalidTiming;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Makes definitions of requests, by the same rules as the scheduler. */
@ApplicationScoped
class Definition {

    private final BodyReader bodies;
    private final ObjectMapper json;

    Definition(BodyReader bodies, ObjectMapper json) {
        this.bodies = bodies;
        this.json = json;
    }

    /**
     * The definition that is asked for, with the usual filled in.
     *
     * @throws Refused if it does not say when, or what to send
     */
    ScheduleDefinition of(ScheduleRequest request) {
        var missed = request.misfire();
        var given =
                new ScheduleDefinition(
                        timing(request.timing()),
                        instant("/start", request.start()),
                        instant("/end", request.end()),
                        fire(request.fire()),
                        missed == null
                                ? null
                                : new Misfire(
                                        missed.policy(),
                                        missed.atMost(),
                                        missed.noOlderThanSeconds()),
                        request.overlap());
        try {
            return Definitions.completed(given);
        } catch (InvalidTiming e) {
            throw new Refused(ProblemType.INVALID_REQUEST, e.getMessage());
        }
    }

    private static Timing timing(ScheduleRequest.When when) {
        return new Timing(
                when.cron(),
                when.zone(),
                when.clockGap(),
                when.clockOverlap(),
                when.everySeconds(),
                when.pauseSeconds(),
                instant("/timing/at", when.at()));
    }

    private Fire fire(ScheduleRequest.Sent sent) {
        var type =
                Catalogue.command(sent.type())
                        .orElseThrow(() -> fault("/fire/type", "is not a command"));
        String body = write(sent);
        try {
            Command command = bodies.read(body.getBytes(StandardCharsets.UTF_8), type.body());
            type.addressee(command);
            // A command that does not say what it is about cannot even make its key.
            return new Fire(type.id(), Objects.requireNonNull(command.key()), body);
        } catch (PermanentFailure | IllegalArgumentException | NullPointerException e) {
            throw fault("/fire/body", "is not what a %s says".formatted(type.name()));
        }
    }

    private String write(ScheduleRequest.Sent sent) {
        try {
            return json.writeValueAsString(sent.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was read as JSON cannot be written.", e);
        }
    }

    private static Instant instant(String pointer, String given) {
        try {
            return given == null ? null : Instant.parse(given);
        } catch (DateTimeException e) {
            throw fault(pointer, "must be a time like 2026-11-23T10:15:30Z");
        }
    }

    private static Refused fault(String pointer, String detail) {
        return Refused.because(ProblemType.INVALID_REQUEST, List.of(Fault.at(pointer, detail)));
    }
}
