package dev.holdfast.notifications.template;

import dev.holdfast.notifications.order.OrderContact;
import dev.holdfast.notifications.rule.MailKind;
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
     * @param reason the stable code of why the order ended as it did; null if there is none
     */
    public RenderedMail render(MailKind kind, String language, OrderContact order, String reason) {
        var mail = OrderMail.of(order, reason, Locale.forLanguageTag(language));
        String name = "mail/%s/%s".formatted(language, kind.label());
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
