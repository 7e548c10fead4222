package dev.holdfast.devstack.mail;

/** The ways in which the mail server can misbehave. */
enum MailFault {
    /** Every recipient is refused for now. */
    REFUSE_450,
    /** Every recipient is refused for good. */
    REFUSE_550,
    /** Nobody is served: connections end with 421. */
    DOWN
}
