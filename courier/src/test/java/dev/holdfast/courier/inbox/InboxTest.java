package dev.holdfast.courier.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.courier.message.Envelope;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.courier.receiving.Servers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class InboxTest {

    @Inject Inbox inbox;
    @Inject InboxPartitions partitions;
    @Inject DataSource database;

    @Test
    void whatWasTakenIsNotNewAgain() {
        List<UUID> ids = ids(5);
        assertEquals(new HashSet<>(ids), take("a", ids));
        assertEquals(Set.of(), take("a", ids));
        assertEquals(new HashSet<>(ids), take("b", ids));
        assertTrue(inbox.has("a", ids.getFirst()));
        assertFalse(inbox.has("c", ids.getFirst()));
    }

    @Test
    void anIdThatComesTwiceInABatchIsTakenOnce() {
        UUID id = MessageIds.next();
        assertEquals(Set.of(id), take("twins", List.of(id, id)));
    }

    @Test
    void whatIsRolledBackWasNotTaken() {
        List<UUID> ids = ids(3);
        QuarkusTransaction.begin();
        inbox.take("undone", envelopes(ids));
        QuarkusTransaction.rollback();
        assertEquals(new HashSet<>(ids), take("undone", ids));
    }

    /** In any other order than that of the ids, these would lock each other out. */
    @Test
    void batchesThatShareIdsGetEachIdOnceAndNeverDeadlock() throws Exception {
        List<UUID> ids = ids(5_000);
        var random = new Random(42);
        List<List<UUID>> shuffled =
                IntStream.range(0, 8)
                        .mapToObj(
                                _ -> {
                                    List<UUID> order = new ArrayList<>(ids);
                                    Collections.shuffle(order, random);
                                    return order;
                                })
                        .toList();
        List<UUID> taken = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Set<UUID>>> all =
                    shuffled.stream()
                            .map(order -> threads.submit(() -> take("shared", order)))
                            .toList();
            for (Future<Set<UUID>> one : all) {
                taken.addAll(one.get());
            }
        }
        assertEquals(ids.size(), taken.size());
        assertEquals(new HashSet<>(ids), new HashSet<>(taken));
    }

    @Test
    void replicasMakePartitionsAtTheSameTime() throws Exception {
        dropEveryPartition();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            Stream.generate(() -> threads.submit(partitions::ensure)).limit(5).forEach(all::add);
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertTrue(inbox.remembers(MessageIds.next()));
        assertEquals(1, take("fresh partitions", ids(1)).size());
        UUID first = Window.firstIdOf(partitions.window().from());
        UUID last = Window.firstIdOf(partitions.window().to().minusMillis(1));
        assertEquals(2, take("edges", List.of(first, last)).size());
    }

    @Test
    void whatIsOlderThanTheWindowIsForgottenADayLater() throws Exception {
        LocalDate first = partitions.window().from().atOffset(ZoneOffset.UTC).toLocalDate();
        makePartition(first.minusDays(1));
        makePartition(first.minusDays(2));
        partitions.dropOld();
        assertEquals(List.of(name(first.minusDays(1)), name(first)), partitionsUpTo(name(first)));
    }

    private void makePartition(LocalDate day) throws SQLException {
        try (var connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE %s PARTITION OF inbox FOR VALUES FROM ('%s') TO ('%s')"
                            .formatted(
                                    name(day),
                                    Window.firstIdOf(day.atStartOfDay(ZoneOffset.UTC).toInstant()),
                                    Window.firstIdOf(
                                            day.plusDays(1)
                                                    .atStartOfDay(ZoneOffset.UTC)
                                                    .toInstant())));
        }
    }

    private List<String> partitionsUpTo(String last) throws SQLException {
        try (var connection = database.getConnection();
                Statement statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                SELECT inhrelid::regclass::text FROM pg_inherits
                                WHERE inhparent = 'inbox'::regclass ORDER BY 1
                                """)) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names.stream().filter(name -> name.compareTo(last) <= 0).toList();
        }
    }

    private static String name(LocalDate day) {
        return "inbox_" + day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private Set<UUID> take(String consumer, List<UUID> ids) {
        return QuarkusTransaction.requiringNew().call(() -> inbox.take(consumer, envelopes(ids)));
    }

    private static List<Envelope> envelopes(List<UUID> ids) {
        return ids.stream()
                .map(id -> new Envelope(id, "t", "/s", "k", null, Instant.EPOCH, id, null, null))
                .toList();
    }

    private void dropEveryPartition() throws SQLException {
        try (var connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    DO $$ DECLARE one regclass; BEGIN
                        FOR one IN SELECT inhrelid::regclass FROM pg_inherits
                                   WHERE inhparent = 'inbox'::regclass LOOP
                            EXECUTE 'DROP TABLE ' || one;
                        END LOOP;
                    END $$
                    """);
        }
    }

    private static List<UUID> ids(int many) {
        return Stream.generate(MessageIds::next).limit(many).toList();
    }
}
