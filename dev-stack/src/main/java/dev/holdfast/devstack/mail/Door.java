package dev.holdfast.devstack.mail;

import dev.holdfast.devstack.thirdparty.Faults;
import java.util.EnumSet;
import org.subethamail.smtp.server.Session;
import org.subethamail.smtp.server.SessionHandler;

/** Lets connections in, unless the server is to be down. */
final class Door implements SessionHandler {

    private final Faults<MailFault> faults;

    Door(Faults<MailFault> faults) {
        this.faults = faults;
    }

    @Override
    public SessionAcceptance accept(Session session) {
        return faults.next(EnumSet.of(MailFault.DOWN)).isPresent()
                ? SessionAcceptance.failure(421, "Service not available.")
                : SessionAcceptance.success();
    }

    @Override
    public void onSessionEnd(Session session) {}
}
