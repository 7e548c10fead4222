package dev.holdfast.orders.stock;

import static java.util.stream.Collectors.toMap;

import dev.holdfast.contracts.stock.DefineItem;
import dev.holdfast.contracts.stock.ItemDefined;
import dev.holdfast.courier.handler.CommandHandler;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.courier.outbox.Outbox;
import dev.holdfast.orders.refusal.Refusals;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Puts items into the catalogue. A count that cannot be refuses the whole command. */
@ApplicationScoped
class DefineItemHandler implements CommandHandler<DefineItem> {

    private final Warehouse warehouse;
    private final ItemTable items;
    private final PriceTable prices;
    private final Outbox outbox;
    private final Refusals refusals;

    DefineItemHandler(
            Warehouse warehouse,
            ItemTable items,
            PriceTable prices,
            Outbox outbox,
            Refusals refusals) {
        this.warehouse = warehouse;
        this.items = items;
        this.prices = prices;
        this.outbox = outbox;
        this.refusals = refusals;
    }

    @Override
    public Class<DefineItem> command() {
        return DefineItem.class;
    }

    @Override
    public void handle(Received<DefineItem> command) {
        handleAll(List.of(command));
    }

    @Override
    public void handleAll(List<Received<DefineItem>> commands) {
        var possible = commands.stream().filter(this::isPossibleForAnyItem).toList();
        create(possible);
        var shelf = warehouse.lock(possible.stream().map(c -> c.body().sku()).distinct().toList());
        possible.forEach(command -> define(shelf, command));
        warehouse.store(shelf);
    }

    /** Seen to first, so that no item is made by a command that is then refused. */
    private boolean isPossibleForAnyItem(Received<DefineItem> command) {
        DefineItem item = command.body();
        var refused =
                Optional.ofNullable(item.stock())
                        .flatMap(stock -> Refused.count(StockLevel.none(item.sku()), stock));
        refused.ifPresent(why -> refusals.publish(command, why.reason(), why.detail()));
        return refused.isEmpty();
    }

    private void create(List<Received<DefineItem>> commands) {
        items.create(
                commands.stream()
                        .map(Received::body)
                        .collect(
                                toMap(
                                        DefineItem::sku,
                                        DefineItem::name,
                                        (_, later) -> later,
                                        TreeMap::new)));
    }

    private void define(Shelf shelf, Received<DefineItem> command) {
        DefineItem item = command.body();
        var cause = Cause.of(command.envelope());
        var refused = count(shelf, command, cause);
        if (refused.isPresent()) {
            refusals.publish(command, refused.get().reason(), refused.get().detail());
            return;
        }
        items.rename(item.sku(), item.name());
        prices.replace(item.sku(), item.prices());
        outbox.publish(
                new ItemDefined(item.sku(), item.name(), item.prices()),
                shelf.nextVersion(item.sku()),
                cause);
    }

    private static Optional<Refused> count(Shelf shelf, Received<DefineItem> command, Cause cause) {
        DefineItem item = command.body();
        long before = shelf.level(item.sku()).orElseThrow().onHand();
        if (item.stock() == null || item.stock() == before) {
            return Optional.empty();
        }
        var refused = shelf.count(item.sku(), item.stock(), "counted", cause);
        if (refused.isEmpty()) {
            StockMovement.write(
                    command.envelope().id(), item.sku(), item.stock() - before, "counted");
        }
        return refused;
    }
}
