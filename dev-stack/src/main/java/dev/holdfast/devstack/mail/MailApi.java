package dev.holdfast.devstack.mail;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.devstack.thirdparty.Answer;
import dev.holdfast.devstack.thirdparty.Faults;
import dev.holdfast.devstack.thirdparty.Form;
import dev.holdfast.devstack.thirdparty.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What came, as JSON.
 *
 * <ul>
 *   <li>{@code GET /mails}, oldest first; filters {@code to}, {@code subject} (a part of it) and
 *       {@code order} (of the header {@code X-Holdfast-Order}); pages of {@code limit}, and the
 *       next one by {@code cursor};
 *   <li>{@code GET /mails/{id}}: with headers, text and html;
 *   <li>{@code DELETE /mails} empties the box;
 *   <li>{@code POST /faults} with {@code {"mode": "refuse-450|refuse-550|down", "for": n}} lets the
 *       next n mails meet the fault, or all of them without {@code for}; {@code DELETE /faults}
 *       ends it.
 * </ul>
 */
final class MailApi {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String MAILS = "/mails";
    private static final int LONGEST_PAGE = 1000;

    private final Mailbox mailbox;
    private final Faults<MailFault> faults;

    MailApi(Mailbox mailbox, Faults<MailFault> faults) {
        this.mailbox = mailbox;
        this.faults = faults;
    }

    Answer answer(Request request) {
        try {
            return switch (request.method() + " " + request.path()) {
                case "GET /mails" -> Answer.ok(page(request.query()));
                case "DELETE /mails" -> {
                    mailbox.clear();
                    yield Answer.done();
                }
                case "POST /faults" -> {
                    faults.set(request.json());
                    yield Answer.done();
                }
                case "DELETE /faults" -> {
                    faults.clear();
                    yield Answer.done();
                }
                default -> one(request);
            };
        } catch (IOException e) {
            throw new UncheckedIOException("The mails cannot be read.", e);
        }
    }

    private ObjectNode page(Form query) {
        int limit = query.number("limit", 1, LONGEST_PAGE, 100);
        List<Mail> found = mailbox.list(query.value("cursor").orElse(""), limit + 1, filter(query));
        List<Mail> page = found.subList(0, Math.min(limit, found.size()));
        ObjectNode json = JSON.objectNode();
        var items = json.putArray("items");
        page.forEach(mail -> items.add(summary(mail)));
        return json.put("next", found.size() > limit ? page.getLast().id() : null);
    }

    private static Predicate<Mail> filter(Form query) {
        Optional<String> to = query.value("to");
        Optional<String> subject = query.value("subject");
        Optional<String> order = query.value("order");
        return mail ->
                to.map(mail::isTo).orElse(true)
                        && subject.map(mail::isAbout).orElse(true)
                        && order.map(id -> id.equals(mail.orderId())).orElse(true);
    }

    private Answer one(Request request) throws IOException {
        if (!request.method().equals("GET") || !request.path().startsWith(MAILS + "/")) {
            return Answer.refused(404, "There are /mails, /mails/{id} and /faults.");
        }
        String id = request.path().substring(MAILS.length() + 1);
        Optional<Mail> mail = mailbox.mail(id);
        if (mail.isEmpty()) {
            return Answer.refused(404, "No mail has the id %s.".formatted(id));
        }
        Eml.Content content = mailbox.content(mail.get());
        ObjectNode json = summary(mail.get());
        json.set("headers", MAPPER.valueToTree(content.headers()));
        return Answer.ok(json.put("text", content.text()).put("html", content.html()));
    }

    private static ObjectNode summary(Mail mail) {
        ObjectNode json =
                JSON.objectNode()
                        .put("id", mail.id())
                        .put("messageId", mail.messageId())
                        .put("from", mail.from());
        var to = json.putArray("to");
        mail.to().forEach(to::add);
        return json.put("subject", mail.subject())
                .put("orderId", mail.orderId())
                .put("receivedAt", mail.receivedAt().toString())
                .put("received", mail.received());
    }
}
