package dev.holdfast.auditor;

import dev.holdfast.auditor.evidence.Evidence;
import dev.holdfast.auditor.evidence.Mail;
import java.util.Collection;

/**
 * How much was looked at: a verdict over nothing is none.
 *
 * @param repeated mails that came again under their Message-ID, which is allowed
 */
public record Figures(
        int commands,
        int messages,
        int takings,
        int orders,
        int records,
        int payments,
        int mails,
        int repeated) {

    static Figures of(Evidence evidence) {
        return new Figures(
                evidence.acceptances().size(),
                evidence.messages().size(),
                evidence.takings().size(),
                evidence.orders().size(),
                evidence.records().size(),
                evidence.payments().size(),
                evidence.mails().size(),
                repeated(evidence.mails()));
    }

    private static int repeated(Collection<Mail> mails) {
        return mails.stream().mapToInt(mail -> mail.received() - 1).sum();
    }
}
