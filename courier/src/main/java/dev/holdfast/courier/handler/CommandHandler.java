package dev.holdfast.courier.handler;

import dev.holdfast.contracts.Command;
import java.util.List;

/**
 * Carries out one type of command. A service has one bean of this kind for each command that the
 * catalogue addresses to it.
 *
 * <p><b>Guarantee.</b> {@link #handle} runs inside the transaction that also records the message in
 * the inbox, so its effects and its outgoing messages stand together or not at all, and stand once.
 * It may run again after a rollback. It must not call anything outside the database: for that there
 * is {@link CallingHandler}.
 *
 * <p><b>Failure.</b> An exception rolls the transaction back and is classified (see {@link
 * dev.holdfast.courier.retry.FailureClass}). A command that the business refuses is not a failure:
 * publish {@code CommandRefused} and return.
 */
public non-sealed interface CommandHandler<C extends Command> extends Handler<C> {

    /** Carries out one command. */
    void handle(Received<C> command);

    /**
     * Carries out the commands of this type that arrived together, in the order of arrival, in one
     * transaction. Override it to do in one statement what would otherwise be one each. If it
     * throws, the batch is rolled back and each command is tried alone.
     */
    default void handleAll(List<Received<C>> commands) {
        commands.forEach(this::handle);
    }
}
