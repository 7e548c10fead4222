package dev.holdfast.courier.repair;

import dev.holdfast.contracts.Queues;
import dev.holdfast.contracts.Service;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What this service has of what others sent it, edge by edge. */
@ApplicationScoped
public class ReceiverEnd {

    private static final String RECORDED =
            """
            SELECT message_id FROM inbox
            WHERE consumer = ? AND message_id >= m.first AND message_id < m.next AND source = ?
            UNION
            SELECT message_id FROM dead_letter
            WHERE consumer = ? AND message_id >= m.first AND message_id < m.next AND headers ->> 'ce_source' = ?
            """;

    /** A copy under the same id, which keeps its sender's name, sent by this service to itself. */
    private static final String COMES_AGAIN =
            """
            UNION
            SELECT message_id FROM outbox
            WHERE message_id >= m.first AND message_id < m.next
              AND exchange = '' AND starts_with(address, ?) AND source = ?
            """;

    private static final String WAITING =
            """
            SELECT DISTINCT message_id FROM outbox o
            WHERE message_id >= m.first AND message_id < m.next
              AND exchange = '' AND starts_with(address, ?)
              AND NOT EXISTS (SELECT FROM inbox i
                              WHERE i.consumer = ? AND i.message_id = o.message_id)
              AND NOT EXISTS (SELECT FROM dead_letter d
                              WHERE d.consumer = ? AND d.message_id = o.message_id)
            """;

    private static final String OF_COMMANDS = "commands";
    private static final String OF_EVENTS = "events";

    private final EdgeReading reading;
    private final Service here;

    ReceiverEnd(DataSource database, @ConfigProperty(name = "holdfast.service") String service) {
        reading = new EdgeReading(database);
        here = Service.named(service);
    }

    /**
     * What this service has of each of these minutes.
     *
     * @return an entry for each
     * @throws IllegalArgumentException if another service is the edge's receiver
     * @throws RepairFailure if the database refuses
     */
    public Map<Minute, Digest> digests(Edge edge, Collection<Minute> minutes) {
        return reading.digests(received(edge), minutes);
    }

    /**
     * The messages that this service has of this minute, in the order of their ids.
     *
     * @throws IllegalArgumentException if another service is the edge's receiver
     * @throws RepairFailure if the database refuses
     */
    public List<UUID> ids(Edge edge, Minute minute) {
        return reading.ids(received(edge), minute);
    }

    /**
     * Commands of this minute that failed here, come again, and have neither been carried out since
     * nor given up. Each waits in a tier, or its copy was lost with the broker's data: one that is
     * older than any wait is to be sent again.
     *
     * @throws RepairFailure if the database refuses
     */
    public List<UUID> waiting(Minute minute) {
        return reading.ids(new Rows(WAITING, List.of(tiers(), OF_COMMANDS, OF_COMMANDS)), minute);
    }

    Rows received(Edge edge) {
        if (edge.receiver() != here) {
            throw new IllegalArgumentException(
                    "%s is asked what %s has received."
                            .formatted(here.label(), edge.receiver().label()));
        }
        String from = edge.sender().source();
        return switch (edge) {
            case Edge.Commands _ ->
                    new Rows(
                            RECORDED + COMES_AGAIN,
                            List.of(OF_COMMANDS, from, OF_COMMANDS, from, tiers(), from));
            case Edge.Events _ -> new Rows(RECORDED, List.of(OF_EVENTS, from, OF_EVENTS, from));
        };
    }

    private String tiers() {
        return Queues.retry(here, "");
    }
}
