package dev.holdfast.notifications.mail;

import dev.holdfast.notifications.delivery.Attempt;
import dev.holdfast.notifications.delivery.DeliveryLog;
import dev.holdfast.notifications.delivery.DeliveryOutcome;
import io.quarkus.mailer.Mail;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * The way out to the mail server. A server that does not answer is asked again a moment later, and
 * left alone for a while if that goes on; an answer, also a bad one, is taken as it is.
 *
 * <p><b>Guarantee.</b> Every attempt that leaves the matter open is a row before the next is made;
 * the one that ends it is the caller's to write, with what it leads to.
 */
@ApplicationScoped
class MailEdge {

    private final SmtpServer server;
    private final DeliveryLog log;
    private final Clock clock;

    MailEdge(SmtpServer server, DeliveryLog log, Clock clock) {
        this.server = server;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Sends the mail.
     *
     * @return an attempt that the server accepted or refused
     * @throws MailDeferred if the server will not take it now
     * @throws MailServerDown if the server does not answer
     * @throws org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException if it
     *     has not answered for some time, and so was not asked
     */
    @Retry(maxRetries = 2, delay = 250, jitter = 150, retryOn = MailServerDown.class)
    @CircuitBreaker(
            requestVolumeThreshold = 10,
            failureRatio = 0.5,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            failOn = MailServerDown.class)
    public Attempt send(UUID notificationId, Mail mail) {
        Attempt attempt = ask(mail);
        return switch (attempt.outcome()) {
            case ACCEPTED, REFUSED -> attempt;
            case DEFERRED -> {
                log.writeNow(notificationId, attempt);
                throw new MailDeferred("The mail server deferred: " + attempt.answer());
            }
            case NO_ANSWER -> {
                log.writeNow(notificationId, attempt);
                throw new MailServerDown("The mail server did not answer: " + attempt.answer());
            }
        };
    }

    private Attempt ask(Mail mail) {
        Instant at = clock.instant();
        long start = System.nanoTime();
        try {
            return server.send(mail);
        } catch (TimeoutException e) {
            return new Attempt(
                    at,
                    Duration.ofNanos(System.nanoTime() - start),
                    DeliveryOutcome.NO_ANSWER,
                    "No answer in time.");
        }
    }
}
