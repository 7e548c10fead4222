package dev.holdfast.notifications.template;

import dev.holdfast.notifications.order.OrderContact;
import dev.holdfast.notifications.rule.Notice;
import io.quarkus.qute.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Renders the mails from {@code templates/mail/<language>/<kind>.{subject.txt,html,txt}}. */
@ApplicationScoped
public class MailTemplates {

    private final Engine engine;

    MailTemplates(Engine engine) {
        this.engine = engine;
    }

    /**
     * Renders a mail.
     *
     * @param language an IETF language tag there are templates for
     */
    public RenderedMail render(Notice notice, String language, OrderContact order) {
        var mail = OrderMail.of(order, notice, Locale.forLanguageTag(language));
        String name = "mail/%s/%s".formatted(language, notice.kind().label());
        return new RenderedMail(
                PlainText.line(part(name + ".subject.txt", mail)),
                part(name + ".html", mail),
                part(name + ".txt", mail));
    }

    private String part(String name, OrderMail mail) {
        var template = engine.getTemplate(name);
        if (template == null) {
            throw new IllegalStateException("There is no template %s.".formatted(name));
        }
        return template.data("mail", mail).render();
    }
}
