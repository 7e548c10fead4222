package dev.holdfast.courier.receiving;

import dev.holdfast.contracts.orders.AuthorizePayment;
import dev.holdfast.courier.handler.CallingHandler;
import dev.holdfast.courier.handler.Received;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;

/** A command that asks a third party. */
@ApplicationScoped
class PaymentHandler implements CallingHandler<AuthorizePayment, String, String> {

    private final Effects effects;
    private final Script script;

    PaymentHandler(Effects effects, Script script) {
        this.effects = effects;
        this.script = script;
    }

    @Override
    public Class<AuthorizePayment> command() {
        return AuthorizePayment.class;
    }

    @Override
    public String prepare(Received<AuthorizePayment> command) {
        return command.body().key();
    }

    @Override
    public String call(Received<AuthorizePayment> command, String prepared) {
        if (QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
            throw new IllegalStateException("A transaction is open while a third party is asked.");
        }
        script.run("call " + prepared);
        return "paid";
    }

    @Override
    public void settle(Received<AuthorizePayment> command, String prepared, String answer) {
        script.run("settle " + prepared);
        effects.add(command.envelope(), answer);
    }
}
