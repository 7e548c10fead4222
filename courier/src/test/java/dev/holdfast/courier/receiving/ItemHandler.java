package dev.holdfast.courier.receiving;

import dev.holdfast.contracts.stock.AdjustStock;
import dev.holdfast.contracts.stock.StockChanged;
import dev.holdfast.courier.handler.CommandHandler;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.courier.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;

/** A command with one effect and one event. */
@ApplicationScoped
class ItemHandler implements CommandHandler<AdjustStock> {

    private final Effects effects;
    private final Script script;
    private final Outbox outbox;

    ItemHandler(Effects effects, Script script, Outbox outbox) {
        this.effects = effects;
        this.script = script;
        this.outbox = outbox;
    }

    @Override
    public Class<AdjustStock> command() {
        return AdjustStock.class;
    }

    @Override
    public void handle(Received<AdjustStock> command) {
        effects.add(command.envelope(), "adjusted " + command.body().delta());
        outbox.publish(
                new StockChanged("from " + command.body().sku(), 1, 0, "adjusted"),
                Cause.of(command.envelope()));
        script.run(command.body().sku());
        script.run(command.body().sku() + " " + command.body().delta());
    }
}
