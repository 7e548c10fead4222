package dev.holdfast.notifications.mail;

/** The server did not answer, or said that it takes no mail from us at all. */
class MailServerDown extends RuntimeException {

    MailServerDown(String message) {
        super(message);
    }
}
