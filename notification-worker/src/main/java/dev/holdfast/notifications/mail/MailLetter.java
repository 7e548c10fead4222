package dev.holdfast.notifications.mail;

import dev.holdfast.notifications.template.RenderedMail;
import io.quarkus.mailer.Mail;

/** Puts a rendered mail into its envelope. */
final class MailLetter {

    private MailLetter() {}

    /**
     * The mail as it is sent. Its Message-ID is the notification's, so that a mail that had to be
     * sent again is recognized as the same.
     */
    static Mail write(MailToSend mail, RenderedMail content) {
        return Mail.withText(mail.order().customerEmail, content.subject(), content.text())
                .setHtml(content.html())
                .addHeader("Message-ID", "<%s@holdfast>".formatted(mail.notification().id))
                .addHeader("X-Holdfast-Order", mail.order().orderId.toString())
                .addHeader("Auto-Submitted", "auto-generated");
    }
}
