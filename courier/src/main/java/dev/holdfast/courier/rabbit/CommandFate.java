package dev.holdfast.courier.rabbit;

import dev.holdfast.contracts.Queues;
import dev.holdfast.contracts.Service;
import dev.holdfast.courier.deadletter.DeadLetter;
import dev.holdfast.courier.deadletter.DeadLetters;
import dev.holdfast.courier.deadletter.Origin;
import dev.holdfast.courier.deadletter.Reason;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.courier.message.Envelope;
import dev.holdfast.courier.retry.Attempt;
import dev.holdfast.courier.retry.AttemptHeaders;
import dev.holdfast.courier.retry.Attempts;
import dev.holdfast.courier.retry.FailureClass;
import dev.holdfast.courier.retry.Retries;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * What becomes of a command that was not carried out: it comes again later, or it is a dead letter.
 * Either is durable before the command is acknowledged.
 */
@ApplicationScoped
class CommandFate {

    static final String CONSUMER = "commands";

    private static final Logger LOG = Logger.getLogger(CommandFate.class);

    private final CommandEnding ending;
    private final Retries retries;
    private final DeadLetters deadLetters;
    private final AttemptHeaders headers;
    private final CommandMetrics metrics;
    private final String queue;

    CommandFate(
            CommandEnding ending,
            Retries retries,
            DeadLetters deadLetters,
            AttemptHeaders headers,
            CommandMetrics metrics,
            @ConfigProperty(name = "holdfast.service") String service) {
        this.ending = ending;
        this.retries = retries;
        this.deadLetters = deadLetters;
        this.headers = headers;
        this.metrics = metrics;
        this.queue = Queues.commands(Service.named(service));
    }

    /** It could not even be tried. */
    void refused(CommandRefusal refusal) {
        var letter =
                letter(
                        refusal.delivery(),
                        refusal.envelope(),
                        refusal.reason(),
                        refusal.detail(),
                        headers.read(refusal.delivery()::header));
        ending.make(refusal.delivery(), () -> deadLetters.record(letter));
    }

    /** It was tried and failed. */
    void failed(CommandMessage command, FailureClass failure, Throwable error) {
        metrics.failed(failure);
        Attempts attempts = command.attempts().failed(Instant.now(), failure, error);
        if (failure == FailureClass.PERMANENT) {
            dead(command, Reason.PERMANENT, error, attempts);
        } else if (retries.left(attempts)) {
            LOG.infof(
                    "Message %s (%s) failed (%s, %s), attempt %d; it comes again later.",
                    command.id(),
                    command.envelope().type(),
                    failure.label(),
                    error.getClass().getSimpleName(),
                    attempts.made());
            LOG.debugf(error, "Message %s failed.", command.id());
            ending.make(
                    command.delivery(),
                    () -> retries.again(command.envelope(), command.json(), attempts));
        } else {
            dead(command, Reason.ATTEMPTS_EXHAUSTED, error, attempts);
        }
    }

    /** It was not tried, because what it needs is known to be down. */
    void postponed(CommandMessage command, Duration wait) {
        metrics.failed(FailureClass.CIRCUIT_OPEN);
        ending.make(
                command.delivery(),
                () -> retries.later(command.envelope(), command.json(), command.attempts(), wait));
    }

    private void dead(CommandMessage command, Reason reason, Throwable error, Attempts attempts) {
        LOG.debugf(error, "Message %s failed for good.", command.id());
        var letter =
                letter(
                        command.delivery(),
                        command.envelope(),
                        reason,
                        Attempt.describe(error),
                        attempts);
        ending.make(command.delivery(), () -> deadLetters.record(letter));
    }

    private DeadLetter letter(
            CommandDelivery delivery,
            Envelope envelope,
            Reason reason,
            String detail,
            Attempts attempts) {
        return new DeadLetter(
                CONSUMER,
                Origin.QUEUE,
                queue,
                envelope == null ? null : envelope.id(),
                envelope == null ? null : envelope.type(),
                envelope == null ? null : envelope.key(),
                delivery.headers(),
                delivery.body(),
                reason,
                detail,
                headers.history(attempts),
                attempts.firstFailedAt() == null ? Instant.now() : attempts.firstFailedAt(),
                envelope == null ? null : Cause.of(envelope));
    }
}
