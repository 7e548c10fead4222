package dev.holdfast.courier.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.contracts.Event;
import dev.holdfast.contracts.Topics;
import dev.holdfast.contracts.stock.StockChanged;
import dev.holdfast.courier.handler.EventHandler;
import dev.holdfast.courier.inbox.InboxParts;
import dev.holdfast.courier.interleaving.Scenario;
import dev.holdfast.courier.interleaving.Script;
import dev.holdfast.courier.interleaving.Session;
import dev.holdfast.courier.message.CloudEventHeaders;
import dev.holdfast.courier.message.Envelope;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.courier.message.NoSpans;
import dev.holdfast.courier.parking.Comeback;
import dev.holdfast.courier.parking.ParkedKey;
import dev.holdfast.courier.parking.ParkedMessage;
import dev.holdfast.courier.parking.ParkingParts;
import dev.holdfast.courier.relay.RelayDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import javax.sql.DataSource;

/**
 * One key of one topic, with consumers that take some of its versions and probers that drain it.
 * Whatever the order: at the end, and with the prober left alone, every version was handled once
 * and after the one before it.
 */
final class TakingScenario implements Scenario {

    private static final ParkedKey KEY = new ParkedKey(EventBatch.CONSUMER, Topics.STOCK, "tea");

    private final RelayDatabase database;
    private final UnaryOperator<String> change;
    private final long handled;
    private final long[] parked;
    private final List<Script> scripts;
    private final Map<Long, UUID> ids = new TreeMap<>();
    private final List<Long> effects = Collections.synchronizedList(new ArrayList<>());

    /** Who takes part. */
    interface Cast {
        List<Script> of(TakingScenario scenario);
    }

    /**
     * @param handled the version that was handled last; 0 if none was
     * @param parked the versions that wait already
     */
    TakingScenario(
            RelayDatabase database,
            UnaryOperator<String> change,
            Cast cast,
            long handled,
            long... parked) {
        this.database = database;
        this.change = change;
        this.handled = handled;
        this.parked = parked;
        for (long version = 1; version <= 4; version++) {
            ids.put(version, MessageIds.next());
        }
        this.scripts = cast.of(this);
    }

    /** A consumer that takes these versions in one batch. */
    Script consumer(String name, long... versions) {
        return Script.of(
                name,
                session -> {
                    List<Long> now = new ArrayList<>();
                    session.begin();
                    batch(session.database(change), now).inTransaction(Topics.STOCK, of(versions));
                    session.commit();
                    effects.addAll(now);
                });
    }

    /** A prober that makes so many steps at most, of one record each. */
    Script prober(String name, int steps) {
        return Script.of(name, session -> probe(session, steps));
    }

    private void probe(Session session, int steps) throws SQLException {
        boolean more = true;
        for (int step = 0; more && step < steps; step++) {
            List<Long> now = new ArrayList<>();
            session.begin();
            more = ParkingParts.step(session.database(change), comeback(now), KEY, 1);
            session.commit();
            effects.addAll(now);
        }
    }

    @Override
    public List<Script> scripts() {
        return scripts;
    }

    @Override
    public void prepare() throws SQLException {
        database.execute("DELETE FROM parked_key; DELETE FROM inbox; DELETE FROM handled_version");
        try (Connection connection = database.begin()) {
            var one = one(connection);
            if (handled > 0) {
                var progress =
                        InboxParts.versions(one)
                                .of(KEY.consumer(), KEY.topic(), List.of(KEY.key()));
                progress.handled(KEY.key(), handled);
                InboxParts.versions(one).moveOn(KEY.consumer(), KEY.topic(), progress);
            }
            if (parked.length > 0) {
                var waiting = of(parked);
                InboxParts.inbox(one)
                        .take(
                                KEY.consumer(),
                                waiting.stream().map(EventMessage::envelope).toList());
                ParkingParts.parking(one).park(KEY, "test", "It waits.");
                ParkingParts.parking(one)
                        .append(
                                KEY.consumer(),
                                KEY.topic(),
                                waiting.stream().map(EventMessage::parked).toList());
            }
            connection.commit();
        }
        due();
    }

    @Override
    public void verify() throws SQLException {
        boolean more = true;
        while (more) {
            due();
            List<Long> now = new ArrayList<>();
            try (Connection connection = database.begin()) {
                more = ParkingParts.step(one(connection), comeback(now), KEY, 1);
                connection.commit();
            }
            effects.addAll(now);
        }
        List<Long> all =
                LongStream.rangeClosed(handled + 1, handled + effects.size()).boxed().toList();
        assertEquals(all, effects);
        assertEquals(List.of(), database.column("SELECT key FROM parked_key"));
        assertEquals(
                database.column("SELECT count(*) FROM inbox"),
                List.of(String.valueOf(effects.size())));
    }

    private void due() throws SQLException {
        database.execute("UPDATE parked_key SET retry_at = '-infinity'");
    }

    private EventBatch batch(DataSource source, List<Long> now) {
        EventHandler handler = event -> now.add(event.envelope().sequence());
        return new EventBatch(
                InboxParts.inbox(source),
                InboxParts.versions(source),
                ParkingParts.parking(source),
                instance(handler),
                NoSpans.spans(),
                new EventMetrics(new SimpleMeterRegistry()));
    }

    private static Comeback comeback(List<Long> now) {
        return new Comeback() {
            @Override
            public String consumer() {
                return EventBatch.CONSUMER;
            }

            @Override
            public void handle(String topic, List<ParkedMessage> messages) {
                messages.forEach(message -> now.add(message.sequence()));
            }
        };
    }

    private List<EventMessage> of(long... versions) {
        return Arrays.stream(versions).mapToObj(this::event).toList();
    }

    private EventMessage event(long version) {
        Event changed = new StockChanged(KEY.key(), version, 0, "counted");
        UUID id = ids.get(version);
        var envelope =
                new Envelope(
                        id,
                        "holdfast.stock.StockChanged.v1",
                        "/order-worker",
                        KEY.key(),
                        version,
                        Instant.now(),
                        id,
                        null,
                        null);
        var headers = CloudEventHeaders.write(envelope);
        return new EventMessage(
                new EventRecord(KEY.topic(), "test", headers, new byte[0]),
                envelope,
                changed,
                null);
    }

    @SuppressWarnings("unchecked")
    private static Instance<EventHandler> instance(EventHandler handler) {
        return (Instance<EventHandler>)
                Proxy.newProxyInstance(
                        TakingScenario.class.getClassLoader(),
                        new Class<?>[] {Instance.class},
                        (_, _, _) -> handler);
    }

    /** A data source of one connection, which closing leaves open; with the planted fault. */
    private DataSource one(Connection connection) {
        var kept =
                (Connection)
                        Proxy.newProxyInstance(
                                TakingScenario.class.getClassLoader(),
                                new Class<?>[] {Connection.class},
                                (_, method, arguments) ->
                                        switch (method.getName()) {
                                            case "close" -> null;
                                            case "prepareStatement" ->
                                                    connection.prepareStatement(
                                                            change.apply((String) arguments[0]));
                                            default -> method.invoke(connection, arguments);
                                        });
        return (DataSource)
                Proxy.newProxyInstance(
                        TakingScenario.class.getClassLoader(),
                        new Class<?>[] {DataSource.class},
                        (_, _, _) -> kept);
    }
}
