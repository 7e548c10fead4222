package dev.holdfast.orders.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.holdfast.contracts.orders.OrderEvent;
import dev.holdfast.orders.order.Decider;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Folds the events of every order anew and holds the result against the state kept beside them.
 *
 * <p><b>Guarantee.</b> After a run, the state of every order that existed when it began is what its
 * events come to. The service may work on meanwhile: only the orders of the page at hand wait.
 */
@ApplicationScoped
public class Rebuild {

    private static final int PAGE = 500;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final EventTable events;
    private final EventJson json;

    Rebuild(EventTable events, EventJson json) {
        this.events = events;
        this.json = json;
    }

    /**
     * What a run found.
     *
     * @param orders how many were looked at
     * @param corrected those whose kept state was not what their events come to
     */
    public record Report(long orders, List<UUID> corrected) {}

    /** Looks at every order, and corrects the state of those that differ; page by page. */
    public Report run() {
        long orders = 0;
        var corrected = new ArrayList<UUID>();
        UUID last = BEFORE_ALL;
        for (List<UUID> page = after(last); !page.isEmpty(); page = after(last)) {
            corrected.addAll(corrected(page));
            orders += page.size();
            last = page.getLast();
        }
        return new Report(orders, corrected);
    }

    private List<UUID> after(UUID last) {
        return QuarkusTransaction.requiringNew().call(() -> events.ordersAfter(last, PAGE));
    }

    private List<UUID> corrected(List<UUID> ids) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            // Locked before the events are read: whoever adds some waits here.
                            Map<UUID, OrderEntity> kept = lock(ids);
                            Map<UUID, Loaded> replayed = replay(ids);
                            return ids.stream()
                                    .filter(id -> correct(id, kept.get(id), replayed.get(id)))
                                    .toList();
                        });
    }

    private static Map<UUID, OrderEntity> lock(List<UUID> ids) {
        return OrderEntity.<OrderEntity>find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .stream()
                .collect(toMap(entity -> entity.id, Function.identity()));
    }

    private Map<UUID, Loaded> replay(List<UUID> ids) {
        return events.read(ids).stream()
                .collect(groupingBy(StoredEvent::streamId, mapping(json::read, toList())))
                .entrySet()
                .stream()
                .collect(toMap(Map.Entry::getKey, stream -> fold(stream.getValue())));
    }

    private static Loaded fold(List<OrderEvent> stream) {
        return new Loaded(Decider.evolve(Loaded.NOTHING.state(), stream), stream.size());
    }

    /** Whether anything had to be corrected. */
    private static boolean correct(UUID id, OrderEntity kept, Loaded replayed) {
        if (kept != null && kept.loaded().equals(replayed)) {
            return false;
        }
        if (kept != null) {
            kept.delete();
            OrderEntity.flush();
        }
        if (replayed != null) {
            OrderEntity.of(replayed.state(), replayed.version()).persist();
        }
        return true;
    }
}
