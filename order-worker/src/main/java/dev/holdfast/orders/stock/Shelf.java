package dev.holdfast.orders.stock;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toMap;

import dev.holdfast.contracts.orders.RequestedLine;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.courier.retry.PermanentFailure;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Some items whose rows this transaction has locked, and what it does with them: decided here, in
 * the order in which it is asked, and written at once by {@link Warehouse#store}.
 */
public final class Shelf {

    private final Map<String, StockLevel> before;
    private final Map<String, StockLevel> levels;
    private final Map<String, Touch> touched = new TreeMap<>();

    /** What was done to an item last, and why. */
    record Touch(String what, Cause cause) {}

    Shelf(Collection<StockLevel> locked) {
        before = locked.stream().collect(toMap(StockLevel::sku, Function.identity()));
        levels = new TreeMap<>(before);
    }

    /**
     * Holds all of these lines, or none.
     *
     * @return the first item of which there is too little; empty if all are held
     */
    public Optional<String> reserve(List<RequestedLine> lines, Cause cause) {
        Map<String, Long> wanted = bySku(lines);
        Optional<String> lacking =
                wanted.entrySet().stream()
                        .filter(want -> available(want.getKey()) < want.getValue())
                        .map(Map.Entry::getKey)
                        .findFirst();
        if (lacking.isEmpty()) {
            wanted.forEach((sku, quantity) -> hold(sku, quantity, "reserved", cause));
        }
        return lacking;
    }

    /** No longer holds these lines. */
    public void release(List<RequestedLine> lines, Cause cause) {
        bySku(lines).forEach((sku, quantity) -> hold(sku, -quantity, "released", cause));
    }

    /** Lets these lines, which are held, leave the house. */
    public void ship(List<RequestedLine> lines, Cause cause) {
        bySku(lines)
                .forEach(
                        (sku, quantity) -> {
                            put(locked(sku).shipping(quantity), "shipped", cause);
                            StockMovement.write(MessageIds.next(), sku, -quantity, "shipped");
                        });
    }

    /**
     * Has this much on hand, if that can be.
     *
     * @return why not; empty if it is done
     */
    Optional<Refused> count(String sku, long onHand, String what, Cause cause) {
        Optional<Refused> refused = Refused.count(locked(sku), onHand);
        if (refused.isEmpty()) {
            put(locked(sku).counting(onHand), what, cause);
        }
        return refused;
    }

    /** The version of one more event of this item. */
    long nextVersion(String sku) {
        StockLevel next = locked(sku).next();
        levels.put(sku, next);
        return next.version();
    }

    Optional<StockLevel> level(String sku) {
        return Optional.ofNullable(levels.get(sku));
    }

    /** The levels that are no longer what they were. */
    List<StockLevel> changed() {
        return levels.values().stream()
                .filter(level -> !level.equals(before.get(level.sku())))
                .toList();
    }

    /** Whether the stock of an item has changed since it was told of last. */
    boolean touched(String sku) {
        return touched.containsKey(sku);
    }

    /** Everybody knows of what was touched until now. */
    void told() {
        touched.clear();
    }

    /** The items whose stock has changed, in the order of their sku. */
    Map<String, Touch> touched() {
        return touched;
    }

    private long available(String sku) {
        return level(sku).map(StockLevel::available).orElse(0L);
    }

    private void hold(String sku, long quantity, String what, Cause cause) {
        StockLevel level = locked(sku);
        put(level.holding(level.reserved() + quantity), what, cause);
    }

    private void put(StockLevel level, String what, Cause cause) {
        levels.put(level.sku(), level);
        touched.put(level.sku(), new Touch(what, cause));
    }

    private StockLevel locked(String sku) {
        return level(sku)
                .orElseThrow(() -> new IllegalStateException("%s is not locked.".formatted(sku)));
    }

    private static Map<String, Long> bySku(List<RequestedLine> lines) {
        for (RequestedLine line : lines) {
            if (line.quantity() < 1) {
                throw new PermanentFailure(
                        "%d of %s cannot be ordered.".formatted(line.quantity(), line.sku()));
            }
        }
        return lines.stream()
                .collect(
                        groupingBy(
                                RequestedLine::sku,
                                TreeMap::new,
                                summingLong(RequestedLine::quantity)));
    }
}
