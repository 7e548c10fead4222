package dev.holdfast.devstack.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Properties;

/** Sends mail to a port of this machine, as the notification-worker does. */
public record Sender(int port) {

    public void send(String messageId, String to, String subject, String order)
            throws MessagingException {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(port));
        var session = Session.getInstance(properties);
        var mail = new Mail(session, messageId);
        mail.setFrom("shop@example.org");
        mail.setRecipient(RecipientType.TO, new InternetAddress(to));
        mail.setSubject(subject, "UTF-8");
        mail.setHeader("X-Holdfast-Order", order);
        mail.setContent(
                new MimeMultipart(
                        "alternative",
                        part("Dear Ada, thank you: 12,90 €.", "plain"),
                        part("<p>Dear Ada, thank you: 12,90 €.</p>", "html")));
        Transport.send(mail);
    }

    private static MimeBodyPart part(String text, String type) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, "UTF-8", type);
        return part;
    }

    /** Keeps the id that its sender chose. */
    private static final class Mail extends MimeMessage {

        private final String messageId;

        private Mail(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
