package dev.holdfast.benchmarks.peers;

import com.gruelbox.transactionoutbox.Dialect;
import com.gruelbox.transactionoutbox.Instantiator;
import com.gruelbox.transactionoutbox.Persistor;
import com.gruelbox.transactionoutbox.TransactionManager;
import com.gruelbox.transactionoutbox.TransactionOutbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * gruelbox transaction-outbox at its best: what was stored is handed to its workers from memory, as
 * it does right after a commit, so that it need not even look for its messages. What is timed is
 * its lock, its handler and its delete, one transaction each.
 */
final class Gruelbox implements Peer {

    private static final int PER_TRANSACTION = 100;
    private static final String BODY = "x".repeat(200);

    private final Database database;
    private final int threads;

    Gruelbox(Database database, int threads) {
        this.database = database;
        this.threads = threads;
    }

    /** What is called for each message. */
    static class Receiver {

        private final Handled handled;

        Receiver(Handled handled) {
            this.handled = handled;
        }

        void receive(String body) {
            handled.one();
        }
    }

    @Override
    public double perSecond(int messages) throws Exception {
        var handled = new Handled(messages);
        Queue<Runnable> stored = new ConcurrentLinkedQueue<>();
        try (var pool = database.pool(threads)) {
            var transactions = TransactionManager.fromDataSource(pool);
            var outbox =
                    TransactionOutbox.builder()
                            .transactionManager(transactions)
                            .persistor(Persistor.forDialect(Dialect.POSTGRESQL_9))
                            .instantiator(receivers(handled))
                            .submitter((entry, work) -> stored.add(() -> work.accept(entry)))
                            .attemptFrequency(Duration.ofHours(1))
                            .build();
            for (int i = 0; i < messages; i += PER_TRANSACTION) {
                int many = Math.min(PER_TRANSACTION, messages - i);
                transactions.inTransaction(
                        () -> {
                            for (int n = 0; n < many; n++) {
                                outbox.schedule(Receiver.class).receive(BODY);
                            }
                        });
            }
            work(stored);
            handled.await();
            Database.awaitEmpty(pool, "TXNO_OUTBOX");
            return handled.perSecondUntilNow();
        }
    }

    private static Instantiator receivers(Handled handled) {
        Function<Class<?>, Object> receiver = _ -> new Receiver(handled);
        return Instantiator.using(receiver);
    }

    private void work(Queue<Runnable> stored) {
        List<Runnable> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            workers.add(
                    () -> {
                        Runnable next;
                        while ((next = stored.poll()) != null) {
                            next.run();
                        }
                    });
        }
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            workers.forEach(executor::execute);
        }
    }
}
