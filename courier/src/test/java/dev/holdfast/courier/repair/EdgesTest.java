package dev.holdfast.courier.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.contracts.Service;
import dev.holdfast.contracts.Topics;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Of an edge, both ends")
class EdgesTest {

    private static final String GATEWAY = "/api-gateway";
    private static final String KEY = "order-worker.PlaceOrder";
    private static final String TIER = "order-worker.commands.retry.5s";

    private static final Minute MINUTE = Minute.of(Instant.parse("2026-03-04T05:06:00Z"));

    private static final Edge COMMANDS =
            new Edge.Commands(Service.API_GATEWAY, Service.ORDER_WORKER);
    private static final Edge EVENTS =
            new Edge.Events(
                    Service.API_GATEWAY,
                    Service.ORDER_WORKER,
                    Set.of(Topics.ORDERS, Topics.OPERATIONS));

    private EdgeDatabase database;
    private SenderEnd sender;
    private ReceiverEnd receiver;

    @BeforeEach
    void make() throws SQLException {
        database = new EdgeDatabase();
        sender = database.sender();
        receiver = database.receiver();
    }

    @AfterEach
    void leave() {
        database.close();
    }

    @Test
    @DisplayName("count each command once, however often it was sent and whatever became of it")
    void commandsCountOnce() throws SQLException {
        List<UUID> all = EdgeDatabase.ids(MINUTE, 100);
        database.sendCommands(KEY, all);
        database.sendCommands(KEY, all.subList(0, 30));
        database.take("commands", GATEWAY, all.subList(0, 60));
        database.sendAgainLater(TIER, all.subList(50, 90));
        database.sendAgainLater(TIER, all.subList(50, 70));
        database.bury(GATEWAY, all.subList(85, 100));

        assertEquals(100, only(sender.digests(COMMANDS, List.of(MINUTE))).count());
        assertEquals(
                sender.digests(COMMANDS, List.of(MINUTE)),
                receiver.digests(COMMANDS, List.of(MINUTE)));
        assertEquals(all.stream().sorted(EdgesTest::asPostgres).toList(), ids(COMMANDS));
        assertEquals(Set.copyOf(all.subList(60, 85)), Set.copyOf(receiver.waiting(MINUTE)));
    }

    @Test
    @DisplayName("count events of the outbox and of an event table on the receiver's topics")
    void eventsOfEveryFeed() throws SQLException {
        List<UUID> all = EdgeDatabase.ids(MINUTE, 40);
        database.publish(Topics.OPERATIONS, all.subList(0, 10));
        database.publish(Topics.OPERATIONS, all.subList(0, 10));
        database.publish(Topics.ORDERS, all.subList(10, 25));
        database.tell(all.subList(20, 40));
        database.publish(Topics.STOCK, EdgeDatabase.ids(MINUTE, 7));
        database.take("events", GATEWAY, all);

        assertEquals(40, only(sender.digests(EVENTS, List.of(MINUTE))).count());
        assertEquals(
                sender.digests(EVENTS, List.of(MINUTE)), receiver.digests(EVENTS, List.of(MINUTE)));
    }

    @Test
    @DisplayName("differ in the minute of a message that one of them has lost")
    void whatIsLostIsFoundInItsMinute() throws SQLException {
        List<Minute> minutes = List.of(MINUTE, MINUTE.next(), MINUTE.next().next());
        List<UUID> all = new ArrayList<>();
        minutes.forEach(minute -> all.addAll(EdgeDatabase.ids(minute, 20)));
        database.sendCommands(KEY, all);
        database.take("commands", GATEWAY, all);
        assertEquals(List.of(), differing(minutes));

        UUID lost = all.get(25);
        database.forget("inbox", lost);
        assertEquals(List.of(MINUTE.next()), differing(minutes));
        assertEquals(new Difference(Set.of(lost), Set.of()), difference(COMMANDS, MINUTE.next()));

        UUID restored = all.get(45);
        database.forget("outbox", restored);
        assertEquals(List.of(MINUTE.next(), MINUTE.next().next()), differing(minutes));
        assertEquals(
                new Difference(Set.of(), Set.of(restored)),
                difference(COMMANDS, MINUTE.next().next()));
    }

    @Test
    @DisplayName("differ when as much is surplus as is missing")
    void theHashSeesWhatTheCountDoesNot() throws SQLException {
        List<UUID> all = EdgeDatabase.ids(MINUTE, 11);
        database.sendCommands(KEY, all.subList(0, 10));
        database.take("commands", GATEWAY, all.subList(1, 11));

        Digest sent = only(sender.digests(COMMANDS, List.of(MINUTE)));
        Digest received = only(receiver.digests(COMMANDS, List.of(MINUTE)));
        assertEquals(sent.count(), received.count());
        assertNotEquals(sent.hash(), received.hash());
    }

    @Test
    @DisplayName("leave out the messages of other edges and of other minutes")
    void nothingLeaks() throws SQLException {
        UUID first = MINUTE.firstId();
        UUID last = before(MINUTE.next().firstId());
        database.sendCommands(KEY, List.of(first, last));
        database.take("commands", GATEWAY, List.of(first, last));
        List<UUID> outside = List.of(before(first), MINUTE.next().firstId());
        database.sendCommands(KEY, outside);
        database.take("commands", GATEWAY, outside);

        database.sendCommands("order-worker-two.PlaceOrder", EdgeDatabase.ids(MINUTE, 3));
        database.sendCommands("notification-worker.SendMail", EdgeDatabase.ids(MINUTE, 3));
        database.sendAgainLater("api-gateway.commands.retry.5s", EdgeDatabase.ids(MINUTE, 3));
        database.publish(Topics.ORDERS, EdgeDatabase.ids(MINUTE, 3));
        database.take("commands", "/scheduler-service", EdgeDatabase.ids(MINUTE, 3));
        database.take("events", GATEWAY, EdgeDatabase.ids(MINUTE, 3));
        database.bury("/scheduler-service", EdgeDatabase.ids(MINUTE, 3));

        assertEquals(List.of(first, last), sender.ids(COMMANDS, MINUTE));
        assertEquals(List.of(first, last), receiver.ids(COMMANDS, MINUTE));
        assertEquals(
                sender.digests(COMMANDS, List.of(MINUTE)),
                receiver.digests(COMMANDS, List.of(MINUTE)));
    }

    @Test
    @DisplayName("say the same of many minutes as of each alone, and nothing of an empty one")
    void manyMinutesAtOnce() throws SQLException {
        List<Minute> minutes = Stream.iterate(MINUTE, Minute::next).limit(50).toList();
        for (Minute minute : minutes.subList(10, 30)) {
            database.sendCommands(KEY, EdgeDatabase.ids(minute, 5));
        }
        Map<Minute, Digest> together = sender.digests(COMMANDS, minutes);

        assertEquals(Set.copyOf(minutes), together.keySet());
        for (Minute minute : minutes) {
            assertEquals(
                    sender.digests(COMMANDS, List.of(minute)).get(minute), together.get(minute));
        }
        assertEquals(Digest.NONE, together.get(minutes.getFirst()));
        assertEquals(Map.of(), sender.digests(COMMANDS, List.of()));
    }

    @Test
    @DisplayName("scan the ids of each minute in an index")
    void plansScanRanges() throws SQLException {
        List<Minute> minutes = Stream.iterate(MINUTE, Minute::next).limit(60).toList();
        for (Minute minute : minutes) {
            List<UUID> ids = EdgeDatabase.ids(minute, 300);
            database.sendCommands(KEY, ids);
            database.publish(Topics.ORDERS, EdgeDatabase.ids(minute, 100));
            database.tell(EdgeDatabase.ids(minute, 300));
            database.take("commands", GATEWAY, ids);
            database.take("events", GATEWAY, ids);
            database.bury(GATEWAY, ids.subList(0, 100));
        }
        database.analyze();
        List<Rows> all =
                List.of(
                        sender.sent(COMMANDS),
                        sender.sent(EVENTS),
                        receiver.received(COMMANDS),
                        receiver.received(EVENTS));
        for (Rows rows : all) {
            String plan = database.plan(rows, minutes.subList(20, 40));
            assertFalse(plan.contains("Seq Scan"), plan);
            assertTrue(plan.contains("id >= m.first"), plan);
        }
    }

    @Test
    @DisplayName("refuse to speak for another service")
    void onlyOwnEnds() {
        var other = new Edge.Commands(Service.SCHEDULER_SERVICE, Service.NOTIFICATION_WORKER);
        assertEquals(
                "api-gateway is asked what scheduler-service has sent.",
                assertThrows(IllegalArgumentException.class, () -> sender.ids(other, MINUTE))
                        .getMessage());
        assertEquals(
                "order-worker is asked what notification-worker has received.",
                assertThrows(IllegalArgumentException.class, () -> receiver.ids(other, MINUTE))
                        .getMessage());
    }

    private List<Minute> differing(List<Minute> minutes) {
        Map<Minute, Digest> sent = sender.digests(COMMANDS, minutes);
        Map<Minute, Digest> received = receiver.digests(COMMANDS, minutes);
        return minutes.stream().filter(m -> !sent.get(m).equals(received.get(m))).toList();
    }

    private Difference difference(Edge edge, Minute minute) {
        return Difference.between(sender.ids(edge, minute), receiver.ids(edge, minute));
    }

    /** What both ends name alike. */
    private List<UUID> ids(Edge edge) {
        List<UUID> sent = sender.ids(edge, MINUTE);
        assertEquals(sent, receiver.ids(edge, MINUTE));
        return sent;
    }

    private static Digest only(Map<Minute, Digest> digests) {
        return digests.get(MINUTE);
    }

    private static UUID before(UUID id) {
        return new UUID(id.getMostSignificantBits() - 1, -1);
    }

    private static int asPostgres(UUID one, UUID other) {
        int first =
                Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return first != 0
                ? first
                : Long.compareUnsigned(
                        one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }
}
