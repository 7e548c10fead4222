package dev.holdfast.courier.handler;

import dev.holdfast.contracts.Command;

/**
 * Carries out a command that needs a call to a third party: a payment, a mail.
 *
 * <p>Three steps, so that no database transaction is open while another party is asked: {@link
 * #prepare} reads what the call needs, {@link #call} makes it, {@link #settle} writes the result in
 * the transaction that also records the message in the inbox.
 *
 * <p><b>Guarantee.</b> A process killed between call and settle calls again when the command is
 * redelivered: the call must carry an idempotency key derived from the command, the same each time.
 * What is settled, is settled once.
 *
 * @param <P> what the call needs
 * @param <R> what the call answered
 */
public non-sealed interface CallingHandler<C extends Command, P, R> extends Handler<C> {

    /** Reads what the call needs, in a transaction of its own; null if there is nothing to do. */
    P prepare(Received<C> command);

    /** Asks the third party, outside any transaction. */
    R call(Received<C> command, P prepared);

    /** Writes the result. The state may have moved on since {@link #prepare}: look again. */
    void settle(Received<C> command, P prepared, R result);
}
