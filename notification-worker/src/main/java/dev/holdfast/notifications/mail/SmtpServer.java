package dev.holdfast.notifications.mail;

import dev.holdfast.notifications.delivery.Attempt;
import dev.holdfast.notifications.delivery.DeliveryOutcome;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.Timeout;

/**
 * The mail server: takes a mail and answers how it went. As many may be under way as the courier
 * makes calls at once by default; should it make more, those wait.
 */
@ApplicationScoped
class SmtpServer {

    /** Refusals that speak of us and not of the mail: not logged in, or wrongly. */
    private static final Set<Integer> NOT_LET_IN = Set.of(530, 534, 535, 538);

    private static final int CLOSING = 421;

    private final Mailer mailer;
    private final Clock clock;

    SmtpServer(Mailer mailer, Clock clock) {
        this.mailer = mailer;
        this.clock = clock;
    }

    /**
     * Hands the mail over.
     *
     * @throws org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException if that takes too
     *     long; the mail may have been taken nevertheless
     * @throws org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException if too many are
     *     being handed over already
     */
    @Timeout(value = 10, unit = ChronoUnit.SECONDS)
    @Bulkhead(32)
    public Attempt send(Mail mail) {
        Instant at = clock.instant();
        long start = System.nanoTime();
        try {
            mailer.send(mail);
            return attempt(at, start, DeliveryOutcome.ACCEPTED, "The server accepted it.");
        } catch (RuntimeException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return cause instanceof SMTPException said
                    ? attempt(at, start, outcome(said), said.getReplyCode() + " " + text(said))
                    : attempt(at, start, DeliveryOutcome.NO_ANSWER, String.valueOf(cause));
        }
    }

    private static DeliveryOutcome outcome(SMTPException said) {
        int code = said.getReplyCode();
        if (code == CLOSING || NOT_LET_IN.contains(code)) {
            return DeliveryOutcome.NO_ANSWER;
        }
        return said.isPermanent() ? DeliveryOutcome.REFUSED : DeliveryOutcome.DEFERRED;
    }

    private static String text(SMTPException said) {
        return said.getReplyMessages() == null
                ? said.getMessage()
                : String.join("\n", said.getReplyMessages());
    }

    private static Attempt attempt(Instant at, long start, DeliveryOutcome outcome, String answer) {
        return new Attempt(at, Duration.ofNanos(System.nanoTime() - start), outcome, answer);
    }
}
