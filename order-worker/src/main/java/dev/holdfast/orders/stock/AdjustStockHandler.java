package dev.holdfast.orders.stock;

import dev.holdfast.contracts.stock.AdjustStock;
import dev.holdfast.courier.handler.CommandHandler;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.orders.refusal.Refusals;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Adds to what is on hand, or takes from it; once per movement, however it is asked. */
@ApplicationScoped
class AdjustStockHandler implements CommandHandler<AdjustStock> {

    private final Warehouse warehouse;
    private final Refusals refusals;

    AdjustStockHandler(Warehouse warehouse, Refusals refusals) {
        this.warehouse = warehouse;
        this.refusals = refusals;
    }

    @Override
    public Class<AdjustStock> command() {
        return AdjustStock.class;
    }

    @Override
    public void handle(Received<AdjustStock> command) {
        handleAll(List.of(command));
    }

    @Override
    public void handleAll(List<Received<AdjustStock>> commands) {
        var shelf = warehouse.lock(commands.stream().map(c -> c.body().sku()).distinct().toList());
        Set<UUID> done =
                StockMovement.among(commands.stream().map(c -> c.body().movementId()).toList());
        for (var command : commands) {
            if (done.add(command.body().movementId())) {
                // Each movement has an event of its own: it is what its client waits for.
                if (shelf.touched(command.body().sku())) {
                    warehouse.tell(shelf);
                }
                adjust(shelf, command);
            }
        }
        warehouse.store(shelf);
    }

    private void adjust(Shelf shelf, Received<AdjustStock> command) {
        AdjustStock movement = command.body();
        var refused =
                shelf.level(movement.sku())
                        .map(level -> move(shelf, level, command))
                        .orElse(Optional.of(Refused.unknownSku(movement.sku())));
        refused.ifPresentOrElse(
                why -> refusals.publish(command, why.reason(), why.detail()),
                () ->
                        StockMovement.write(
                                movement.movementId(),
                                movement.sku(),
                                movement.delta(),
                                movement.reason()));
    }

    private static Optional<Refused> move(
            Shelf shelf, StockLevel level, Received<AdjustStock> command) {
        long onHand = saturated(level.onHand(), command.body().delta());
        return shelf.count(level.sku(), onHand, "adjusted", Cause.of(command.envelope()));
    }

    /** Beyond the ends of a {@code long} everything is refused alike. */
    private static long saturated(long onHand, long delta) {
        return delta > Long.MAX_VALUE - onHand ? Long.MAX_VALUE : onHand + delta;
    }
}
