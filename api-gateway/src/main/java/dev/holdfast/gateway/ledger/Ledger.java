package dev.holdfast.gateway.ledger;

import dev.holdfast.contracts.Catalogue;
import dev.holdfast.courier.failpoint.Failpoint;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.courier.outbox.Outbox;
import dev.holdfast.gateway.problem.ProblemType;
import dev.holdfast.gateway.problem.Refused;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Where requests become commands.
 *
 * <p><b>Guarantee.</b> Once {@link #accept} has returned, the command will be carried out, whatever
 * crashes: its row and the message stand in one transaction, which needs nothing but PostgreSQL.
 * Under one key of one caller exactly one command is accepted, however many requests come at once,
 * through however many gateways. What is refused leaves nothing behind, so its key is still free.
 */
@ApplicationScoped
public class Ledger {

    private static final Logger LOG = Logger.getLogger(Ledger.class);

    private final LedgerTable table;
    private final Outbox outbox;
    private final LedgerMetrics metrics;

    Ledger(LedgerTable table, Outbox outbox, LedgerMetrics metrics) {
        this.table = table;
        this.outbox = outbox;
        this.metrics = metrics;
    }

    /**
     * Accepts a request, or finds that it was accepted before.
     *
     * @throws Refused if the key stands for another request, or for one being accepted right now
     */
    public Receipt accept(Submission submission, Acceptance acceptance) {
        var receipt = QuarkusTransaction.requiringNew().call(() -> write(submission, acceptance));
        Failpoint.at("ledger.committed-not-answered");
        String type = Catalogue.typeOf(acceptance.command()).name();
        if (receipt.replayed()) {
            metrics.replayed(type);
        } else {
            metrics.accepted(type);
            LOG.infof("Accepted %s %s", type, receipt.commandId());
        }
        return receipt;
    }

    /**
     * The answer that stands for a submission, if there is one: to be asked before refusing for a
     * reason that may not have been there the first time.
     *
     * @throws Refused if the key stands for another request
     */
    public Optional<Receipt> find(Submission submission) {
        return submission.key() == null
                ? Optional.empty()
                : table.find(submission).map(standing -> replay(submission, standing));
    }

    private Receipt write(Submission submission, Acceptance acceptance) {
        if (!table.insert(submission, acceptance)) {
            return find(submission).orElseThrow(Ledger::inFlight);
        }
        outbox.send(
                acceptance.commandId(), acceptance.command(), Cause.begin(acceptance.commandId()));
        Failpoint.at("ledger.written-not-committed");
        return new Receipt(acceptance.commandId(), acceptance.answer(), false);
    }

    private static Receipt replay(Submission submission, Standing standing) {
        if (!Arrays.equals(standing.hash(), submission.hash())) {
            throw new Refused(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key was used before, for a request that said something else."
                            + " Take a new key for a new request.");
        }
        return new Receipt(standing.commandId(), standing.answer(), true);
    }

    private static Refused inFlight() {
        return new Refused(
                ProblemType.IDEMPOTENCY_KEY_IN_FLIGHT,
                "Another request with this Idempotency-Key is being accepted right now."
                        + " Ask again in a second.",
                List.of(),
                Map.of("Retry-After", "1"));
    }
}
