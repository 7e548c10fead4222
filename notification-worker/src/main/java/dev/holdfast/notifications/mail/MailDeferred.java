package dev.holdfast.notifications.mail;

/** The server is there and will not take this mail now: to be tried again later. */
class MailDeferred extends RuntimeException {

    MailDeferred(String message) {
        super(message);
    }
}
