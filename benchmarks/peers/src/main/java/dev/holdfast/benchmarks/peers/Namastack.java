package dev.holdfast.benchmarks.peers;

import com.zaxxer.hikari.HikariDataSource;
import io.namastack.outbox.Outbox;
import io.namastack.outbox.handler.OutboxHandler;
import io.namastack.outbox.handler.OutboxRecordMetadata;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** namastack-outbox, set as its documentation says for throughput. */
final class Namastack implements Peer {

    private static final int PER_KEY = 10;
    private static final String BODY = "x".repeat(200);

    /** Many of what its own API has just stored one of, each ten under a key of their own. */
    private static final String MULTIPLY =
            """
            INSERT INTO outbox_record (id, status, record_key, record_type, payload, context, created_at,
                                       failure_count, next_retry_at, partition_no, handler_id)
            SELECT gen_random_uuid()::text, status, 'k' || i / %d, record_type, payload, context,
                   clock_timestamp(), failure_count, next_retry_at, (i / %d) %% 256, handler_id
            FROM outbox_record, generate_series(1, ?) i
            """
                    .formatted(PER_KEY, PER_KEY);

    private final Database database;
    private final int threads;
    private final int batch;

    Namastack(Database database, int threads, int batch) {
        this.database = database;
        this.threads = threads;
        this.batch = batch;
    }

    @Override
    public double perSecond(int messages) throws Exception {
        var handled = new Handled(messages);
        Application.handled = handled;
        try (var pool = database.pool(2)) {
            try (var idle = start(true)) {
                var transactions = idle.getBean(PlatformTransactionManager.class);
                new TransactionTemplate(transactions)
                        .executeWithoutResult(_ -> idle.getBean(Outbox.class).schedule(BODY, "k0"));
            }
            multiply(pool, messages - 1);
            try (var _ = start(false)) {
                handled.await();
                Database.awaitEmpty(pool, "outbox_record");
                return handled.perSecondUntilNow();
            }
        }
    }

    private static void multiply(HikariDataSource pool, int more) throws SQLException {
        try (var connection = pool.getConnection();
                var insert = connection.prepareStatement(MULTIPLY);
                var tidy = connection.createStatement()) {
            insert.setInt(1, more);
            insert.executeUpdate();
            tidy.execute("ANALYZE outbox_record");
        }
    }

    private ConfigurableApplicationContext start(boolean storing) {
        var application = new SpringApplication(Application.class);
        application.setDefaultProperties(settings(storing));
        return application.run();
    }

    private Map<String, Object> settings(boolean storing) {
        return Map.ofEntries(
                Map.entry("spring.main.banner-mode", "off"),
                Map.entry("logging.level.root", "ERROR"),
                Map.entry("spring.datasource.url", database.url()),
                Map.entry("spring.datasource.username", database.user()),
                Map.entry("spring.datasource.password", database.password()),
                Map.entry("spring.datasource.hikari.maximum-pool-size", threads + 4),
                Map.entry("namastack.outbox.polling.batch-size", batch),
                Map.entry("namastack.outbox.polling.trigger", "fixed"),
                Map.entry("namastack.outbox.polling.fixed.interval", storing ? "1h" : "1ms"),
                Map.entry("namastack.outbox.processing.delete-completed-records", true),
                Map.entry("namastack.outbox.processing.executor-core-pool-size", threads),
                Map.entry("namastack.outbox.processing.executor-max-pool-size", threads));
    }

    /** The application that receives. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {

        static volatile Handled handled;

        @Bean
        OutboxHandler receiver() {
            return new Receiver();
        }
    }

    /** Called for each message. */
    static final class Receiver implements OutboxHandler {

        @Override
        public void handle(Object payload, OutboxRecordMetadata metadata) {
            Application.handled.one();
        }
    }
}
