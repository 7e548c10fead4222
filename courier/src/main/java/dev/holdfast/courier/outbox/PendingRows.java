package dev.holdfast.courier.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows that the current transaction will write, kept until just before it commits. They are
 * written last so that their {@code seq} is taken after every lock of the transaction: that is what
 * keeps the order within a key.
 */
@ApplicationScoped
class PendingRows {

    private final TransactionSynchronizationRegistry transactions;
    private final OutboxTable table;
    private final Event<Committed> committed;

    PendingRows(
            TransactionSynchronizationRegistry transactions,
            OutboxTable table,
            Event<Committed> committed) {
        this.transactions = transactions;
        this.table = table;
        this.committed = committed;
    }

    void add(Row row) {
        ofThisTransaction().add(row);
    }

    void wakeAfterCommit() {
        ofThisTransaction();
    }

    @SuppressWarnings("unchecked")
    private List<Row> ofThisTransaction() {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException(
                    "A message can only be written inside a transaction, beside the change it tells of.");
        }
        var rows = (List<Row>) transactions.getResource(PendingRows.class);
        if (rows == null) {
            rows = new ArrayList<>();
            transactions.putResource(PendingRows.class, rows);
            transactions.registerInterposedSynchronization(new WriteThenWake(rows));
        }
        return rows;
    }

    private final class WriteThenWake implements Synchronization {

        private final List<Row> rows;

        private WriteThenWake(List<Row> rows) {
            this.rows = rows;
        }

        @Override
        public void beforeCompletion() {
            if (!rows.isEmpty()) {
                table.insert(rows);
            }
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                committed.fire(new Committed());
            }
        }
    }
}
