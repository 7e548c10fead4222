package dev.holdfast.auditor.reading;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.auditor.evidence.Mail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The box of the mail server, page by page. */
final class MailBox {

    private final String url;

    MailBox(String url) {
        this.url = url;
    }

    List<Mail> mails() {
        List<Mail> mails = new ArrayList<>();
        JsonNode next;
        String cursor = "";
        do {
            JsonNode page = Http.get("The mail server", url + "?limit=1000" + cursor);
            page.path("items")
                    .forEach(
                            mail ->
                                    mails.add(
                                            new Mail(
                                                    mail.path("messageId").textValue(),
                                                    mail.path("orderId").textValue(),
                                                    Instant.parse(mail.path("receivedAt").asText()),
                                                    mail.path("received").asInt())));
            next = page.path("next");
            cursor = "&cursor=" + next.asText();
        } while (next.isTextual());
        return mails;
    }
}
