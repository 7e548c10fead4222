package dev.holdfast.devstack.mail;

import static dev.holdfast.devstack.mail.MailFault.DOWN;
import static dev.holdfast.devstack.mail.MailFault.REFUSE_450;
import static dev.holdfast.devstack.mail.MailFault.REFUSE_550;

import dev.holdfast.devstack.thirdparty.Faults;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/** One mail on its way in. The 250 after its data is said when it is on disk. */
final class Delivery implements MessageHandler {

    private final Mailbox mailbox;
    private final Faults<MailFault> faults;
    private final List<String> recipients = new ArrayList<>();
    private String from = "";

    Delivery(Mailbox mailbox, Faults<MailFault> faults) {
        this.mailbox = mailbox;
        this.faults = faults;
    }

    @Override
    public void from(String sender) throws RejectException {
        if (faults.next(EnumSet.of(DOWN)).isPresent()) {
            throw new DropConnectionException(421, "Service not available.");
        }
        from = sender;
    }

    @Override
    public void recipient(String recipient) throws RejectException {
        var fault = faults.next(EnumSet.of(REFUSE_450, REFUSE_550));
        if (fault.isPresent()) {
            throw fault.get().mode() == REFUSE_450
                    ? new RejectException(450, "Mailbox unavailable, try again later.")
                    : new RejectException(550, "Mailbox unavailable.");
        }
        recipients.add(recipient);
    }

    @Override
    public String data(InputStream data) throws IOException {
        mailbox.deliver(from, recipients, data.readAllBytes());
        return null;
    }

    @Override
    public void done() {}
}
