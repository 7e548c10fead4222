package dev.holdfast.courier.handler;

import dev.holdfast.contracts.Command;

/** What can carry out a command: in one transaction, or with a call to the outside first. */
public sealed interface Handler<C extends Command> permits CommandHandler, CallingHandler {

    /** The commands it carries out. */
    Class<C> command();
}
