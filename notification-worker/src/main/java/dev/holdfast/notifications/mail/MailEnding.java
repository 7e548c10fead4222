package dev.holdfast.notifications.mail;

import dev.holdfast.notifications.delivery.Attempt;

/** How the sending of a mail ended for good. */
sealed interface MailEnding {

    /** The server took it. */
    record Sent(Attempt attempt) implements MailEnding {}

    /** The server will not take it, today or later. */
    record Refused(Attempt attempt) implements MailEnding {}

    /** There is no address it could be sent to, so nobody was asked. */
    record Unaddressable() implements MailEnding {}
}
