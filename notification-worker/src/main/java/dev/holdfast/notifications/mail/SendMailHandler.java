package dev.holdfast.notifications.mail;

import dev.holdfast.contracts.notifications.NotificationFailed;
import dev.holdfast.contracts.notifications.NotificationSent;
import dev.holdfast.contracts.notifications.SendMail;
import dev.holdfast.courier.handler.CallingHandler;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.courier.outbox.Outbox;
import dev.holdfast.courier.retry.CircuitOpen;
import dev.holdfast.courier.retry.PermanentFailure;
import dev.holdfast.notifications.delivery.Attempt;
import dev.holdfast.notifications.delivery.DeliveryLog;
import dev.holdfast.notifications.delivery.DeliveryOutcome;
import dev.holdfast.notifications.notification.Notification;
import dev.holdfast.notifications.order.OrderContact;
import dev.holdfast.notifications.template.MailTemplates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/**
 * Sends a mail that was decided on.
 *
 * <p><b>Guarantee.</b> It is settled once. A process killed after the server took the mail and
 * before that was written sends it again, under the same Message-ID. A refused recipient is a fact
 * about the customer, told as {@link NotificationFailed}, and no failure of the command.
 */
@ApplicationScoped
public class SendMailHandler implements CallingHandler<SendMail, MailToSend, MailEnding> {

    private static final Logger LOG = Logger.getLogger(SendMailHandler.class);

    /** Looking again costs nothing and asks nobody, so it is done often. */
    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    private final MailTemplates templates;
    private final MailEdge edge;
    private final DeliveryLog deliveries;
    private final Outbox outbox;
    private final Clock clock;

    SendMailHandler(
            MailTemplates templates,
            MailEdge edge,
            DeliveryLog deliveries,
            Outbox outbox,
            Clock clock) {
        this.templates = templates;
        this.edge = edge;
        this.deliveries = deliveries;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Class<SendMail> command() {
        return SendMail.class;
    }

    @Override
    public MailToSend prepare(Received<SendMail> command) {
        var id = command.body().notificationId();
        Notification notification =
                Notification.<Notification>findByIdOptional(id)
                        .orElseThrow(
                                () ->
                                        new PermanentFailure(
                                                "There is no notification %s.".formatted(id)));
        return notification.pending()
                ? new MailToSend(notification, OrderContact.findById(notification.orderId))
                : null;
    }

    /**
     * Renders the mail and hands it to the server.
     *
     * @throws CircuitOpen if the server is known to be down, or busy with as many mails as it may
     *     have at once
     */
    @Override
    public MailEnding call(Received<SendMail> command, MailToSend mail) {
        if (!MailAddress.usable(mail.order().customerEmail)) {
            return new MailEnding.Unaddressable();
        }
        var notification = mail.notification();
        var content = templates.render(notification.notice(), notification.language, mail.order());
        try {
            return ending(edge.send(notification.id, MailLetter.write(mail, content)));
        } catch (CircuitBreakerOpenException e) {
            throw new CircuitOpen("The mail server has not answered for some time.", A_MOMENT, e);
        } catch (BulkheadException e) {
            throw new CircuitOpen("The mail server is busy with our mails.", A_MOMENT, e);
        }
    }

    @Override
    public void settle(Received<SendMail> command, MailToSend mail, MailEnding ending) {
        var notification = Notification.lock(mail.notification().id);
        attemptOf(ending).ifPresent(attempt -> deliveries.write(notification.id, attempt));
        if (notification.pending()) {
            Cause cause = Cause.of(command.envelope());
            switch (ending) {
                case MailEnding.Sent sent -> sent(notification, cause);
                case MailEnding.Refused refused -> failed(notification, "recipient_refused", cause);
                case MailEnding.Unaddressable none ->
                        failed(notification, "invalid_address", cause);
            }
        }
    }

    private static Optional<Attempt> attemptOf(MailEnding ending) {
        return switch (ending) {
            case MailEnding.Sent(Attempt attempt) -> Optional.of(attempt);
            case MailEnding.Refused(Attempt attempt) -> Optional.of(attempt);
            case MailEnding.Unaddressable() -> Optional.empty();
        };
    }

    private void sent(Notification notification, Cause cause) {
        notification.sent(clock.instant());
        outbox.publish(
                new NotificationSent(
                        notification.id,
                        notification.orderId,
                        notification.kind.label(),
                        notification.channel,
                        notification.customerId),
                cause);
        LOG.infof("Order %s: mail %s was sent.", notification.orderId, notification.kind.label());
    }

    private void failed(Notification notification, String code, Cause cause) {
        notification.failed(code, clock.instant());
        outbox.publish(
                new NotificationFailed(
                        notification.id,
                        notification.orderId,
                        notification.kind.label(),
                        notification.channel,
                        code),
                cause);
        LOG.warnf(
                "Order %s: mail %s could not be sent: %s.",
                notification.orderId, notification.kind.label(), code);
    }

    private static MailEnding ending(Attempt attempt) {
        return attempt.outcome() == DeliveryOutcome.ACCEPTED
                ? new MailEnding.Sent(attempt)
                : new MailEnding.Refused(attempt);
    }
}
