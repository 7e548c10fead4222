package dev.holdfast.courier.rabbit;

import static dev.holdfast.courier.rabbit.CommandFate.CONSUMER;

import dev.holdfast.contracts.Command;
import dev.holdfast.courier.failpoint.Failpoint;
import dev.holdfast.courier.handler.CallingHandler;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.courier.inbox.Inbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.List;

/**
 * One command that asks a third party, step by step. Run again after a failure it goes on where it
 * stopped: what was answered is not asked again.
 */
final class CommandCall<C extends Command, P, R> implements Runnable {

    private final Inbox inbox;
    private final CommandMetrics metrics;
    private final CallingHandler<C, P, R> handler;
    private final Received<C> command;
    private P prepared;
    private R answer;
    private boolean answered;

    CommandCall(
            Inbox inbox,
            CommandMetrics metrics,
            CallingHandler<C, P, R> handler,
            CommandMessage message) {
        this.inbox = inbox;
        this.metrics = metrics;
        this.handler = handler;
        this.command = message.as(handler.command());
    }

    @Override
    public void run() {
        long start = System.nanoTime();
        if (answered || QuarkusTransaction.requiringNew().call(this::prepare)) {
            Failpoint.at("command.prepared-not-called");
            call();
            QuarkusTransaction.requiringNew().run(this::settle);
            Failpoint.at("command.settled-not-acknowledged");
        }
        metrics.processed(1, System.nanoTime() - start);
    }

    /** Whether there is something to call for. */
    private boolean prepare() {
        if (inbox.has(CONSUMER, command.envelope().id())) {
            metrics.duplicates(1);
            return false;
        }
        prepared = handler.prepare(command);
        if (prepared == null) {
            inbox.take(CONSUMER, List.of(command.envelope()));
        }
        return prepared != null;
    }

    private void call() {
        if (!answered) {
            answer = handler.call(command, prepared);
            answered = true;
            Failpoint.at("command.called-not-settled");
        }
    }

    private void settle() {
        if (inbox.take(CONSUMER, List.of(command.envelope())).isEmpty()) {
            metrics.duplicates(1);
        } else {
            handler.settle(command, prepared, answer);
        }
    }
}
