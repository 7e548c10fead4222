package dev.holdfast.devstack.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Reads a mail in its wire format. */
final class Eml {

    static final String DELIVERED_TO = "Delivered-To";

    /**
     * A mail in full.
     *
     * @param headers in their order, values decoded
     * @param text its plain text; null if it has none
     * @param html null if it has none
     */
    record Content(Map<String, List<String>> headers, String text, String html) {}

    private Eml() {}

    /**
     * The summary of a mail that came once.
     *
     * @throws IOException if these are not the headers of a mail
     */
    static Mail summary(String id, byte[] eml, Instant receivedAt) throws IOException {
        try {
            var headers = new InternetHeaders(new ByteArrayInputStream(eml));
            String[] to = headers.getHeader(DELIVERED_TO);
            return new Mail(
                    id,
                    headers.getHeader("Message-ID", null),
                    decoded(headers.getHeader("From", null)),
                    to == null ? List.of() : List.of(to),
                    decoded(headers.getHeader("Subject", null)),
                    headers.getHeader("X-Holdfast-Order", null),
                    receivedAt,
                    1);
        } catch (MessagingException e) {
            throw new IOException("The headers of the mail cannot be read.", e);
        }
    }

    /**
     * The mail in full.
     *
     * @throws IOException if it is not a mail
     */
    static Content content(InputStream eml) throws IOException {
        try {
            var message = new MimeMessage(Session.getInstance(new Properties()), eml);
            return new Content(
                    headers(message), part(message, "text/plain"), part(message, "text/html"));
        } catch (MessagingException e) {
            throw new IOException("The mail cannot be read.", e);
        }
    }

    private static Map<String, List<String>> headers(MimeMessage message)
            throws MessagingException, IOException {
        var headers = new LinkedHashMap<String, List<String>>();
        for (var header : Collections.list(message.getAllHeaders())) {
            headers.computeIfAbsent(header.getName(), _ -> new ArrayList<>())
                    .add(decoded(header.getValue()));
        }
        return headers;
    }

    /** The first part of this type that is not an attachment. */
    private static String part(Part part, String type) throws MessagingException, IOException {
        if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            return null;
        }
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String found = part(parts.getBodyPart(i), type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static String decoded(String header) throws IOException {
        return header == null ? null : MimeUtility.decodeText(MimeUtility.unfold(header));
    }
}
