package dev.holdfast.auditor.reading;

import dev.holdfast.auditor.evidence.DeadLetter;
import dev.holdfast.auditor.evidence.Message;
import dev.holdfast.auditor.evidence.ParkedKey;
import dev.holdfast.auditor.evidence.Service;
import dev.holdfast.auditor.evidence.Taking;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** What every service's schema has: the courier's tables. */
final class ServiceSchemas {

    /** A service's own store of messages, such as an event table, is a feed like the outbox's. */
    private static final String FEEDS =
            """
            SELECT table_name FROM information_schema.views
            WHERE table_schema = '%s' AND table_name LIKE 'feed\\_%%' ORDER BY 1
            """;

    private static final String MESSAGES =
            """
            SELECT exchange, address, message_id, type, key, sequence, causation_id, recorded_at
            FROM %s.%s ORDER BY seq
            """;

    private static final String TAKINGS = "SELECT consumer, message_id FROM %s.inbox";

    private static final String DEAD_LETTERS =
            "SELECT id, message_id, type, reason, state FROM %s.dead_letter ORDER BY id";

    private static final String PARKED_KEYS =
            """
            SELECT topic, key, reason,
                   (SELECT count(*) FROM %1$s.parked_message m
                    WHERE (m.consumer, m.topic, m.key) = (k.consumer, k.topic, k.key))
            FROM %1$s.parked_key k ORDER BY parked_at
            """;

    private final Database database;

    ServiceSchemas(Database database) {
        this.database = database;
    }

    List<Message> messages() {
        return ofAll(
                service ->
                        database
                                .all(FEEDS.formatted(service.schema()), row -> row.getString(1))
                                .stream()
                                .flatMap(feed -> messages(service, feed).stream())
                                .toList());
    }

    private List<Message> messages(Service service, String feed) {
        return database.all(
                MESSAGES.formatted(service.schema(), feed),
                row ->
                        new Message(
                                service,
                                row.getString(1),
                                row.getString(2),
                                row.getObject(3, UUID.class),
                                row.getString(4),
                                row.getString(5),
                                row.getObject(6, Long.class),
                                row.getObject(7, UUID.class),
                                Database.instant(row, 8)));
    }

    List<Taking> takings() {
        return ofAll(
                service ->
                        database.all(
                                TAKINGS.formatted(service.schema()),
                                row ->
                                        new Taking(
                                                service,
                                                row.getString(1),
                                                row.getObject(2, UUID.class))));
    }

    List<DeadLetter> deadLetters() {
        return ofAll(
                service ->
                        database.all(
                                DEAD_LETTERS.formatted(service.schema()),
                                row ->
                                        new DeadLetter(
                                                service,
                                                row.getObject(1, UUID.class),
                                                row.getObject(2, UUID.class),
                                                row.getString(3),
                                                row.getString(4),
                                                row.getString(5))));
    }

    List<ParkedKey> parkedKeys() {
        return ofAll(
                service ->
                        database.all(
                                PARKED_KEYS.formatted(service.schema()),
                                row ->
                                        new ParkedKey(
                                                service,
                                                row.getString(1),
                                                row.getString(2),
                                                row.getString(3),
                                                row.getLong(4))));
    }

    private static <T> List<T> ofAll(Function<Service, List<T>> ofOne) {
        return Arrays.stream(Service.values()).flatMap(s -> ofOne.apply(s).stream()).toList();
    }
}
