package dev.holdfast.courier.repair;

import dev.holdfast.contracts.Queues;
import dev.holdfast.contracts.Service;
import dev.holdfast.courier.outbox.Broker;
import dev.holdfast.courier.relay.Feed;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What this service has sent, edge by edge: its outbox, and whatever further feeds it has. */
@ApplicationScoped
public class SenderEnd {

    private static final String COMMANDS =
            """
            SELECT DISTINCT message_id FROM %s
            WHERE message_id >= m.first AND message_id < m.next AND exchange = ? AND starts_with(address, ?)
            """;

    private static final String EVENTS =
            """
            SELECT DISTINCT message_id FROM %s
            WHERE message_id >= m.first AND message_id < m.next AND address = ANY (?::text[])
            """;

    private final EdgeReading reading;
    private final Service here;
    private final List<Feed> feeds = new ArrayList<>(List.of(Feed.COMMANDS, Feed.EVENTS));

    SenderEnd(
            DataSource database,
            @All List<Feed> furtherFeeds,
            @ConfigProperty(name = "holdfast.service") String service) {
        reading = new EdgeReading(database);
        here = Service.named(service);
        feeds.addAll(furtherFeeds);
    }

    /**
     * What was sent in each of these minutes.
     *
     * @return an entry for each
     * @throws IllegalArgumentException if another service is the edge's sender
     * @throws RepairFailure if the database refuses
     */
    public Map<Minute, Digest> digests(Edge edge, Collection<Minute> minutes) {
        return reading.digests(sent(edge), minutes);
    }

    /**
     * The messages that were sent in this minute, in the order of their ids.
     *
     * @throws IllegalArgumentException if another service is the edge's sender
     * @throws RepairFailure if the database refuses
     */
    public List<UUID> ids(Edge edge, Minute minute) {
        return reading.ids(sent(edge), minute);
    }

    Rows sent(Edge edge) {
        if (edge.sender() != here) {
            throw new IllegalArgumentException(
                    "%s is asked what %s has sent.".formatted(here.label(), edge.sender().label()));
        }
        return switch (edge) {
            case Edge.Commands commands ->
                    of(
                            Broker.RABBITMQ,
                            COMMANDS,
                            Queues.COMMANDS,
                            commands.receiver().label() + ".");
            case Edge.Events events ->
                    of(Broker.KAFKA, EVENTS, (Object) events.topics().toArray(String[]::new));
        };
    }

    private Rows of(Broker broker, String select, Object... values) {
        List<String> parts = new ArrayList<>();
        List<Object> all = new ArrayList<>();
        for (Feed feed : feeds) {
            if (feed.broker() == broker) {
                parts.add(select.formatted(feed.view()));
                all.addAll(List.of(values));
            }
        }
        return new Rows(String.join("UNION\n", parts), all);
    }
}
