package dev.holdfast.courier.receiving;

import dev.holdfast.contracts.Event;
import dev.holdfast.contracts.stock.StockChanged;
import dev.holdfast.courier.handler.EventHandler;
import dev.holdfast.courier.handler.Received;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads the events of stock. */
@ApplicationScoped
class StockReader implements EventHandler {

    private final Effects effects;
    private final Script script;

    StockReader(Effects effects, Script script) {
        this.effects = effects;
        this.script = script;
    }

    @Override
    public void handle(Received<Event> event) {
        if (event.body() instanceof StockChanged changed) {
            effects.add(event.envelope(), "on hand " + changed.onHand());
            script.run(changed.sku() + " " + changed.onHand());
        }
    }
}
