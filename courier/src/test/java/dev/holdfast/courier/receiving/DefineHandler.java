package dev.holdfast.courier.receiving;

import dev.holdfast.contracts.stock.DefineItem;
import dev.holdfast.courier.handler.CommandHandler;
import dev.holdfast.courier.handler.Received;
import jakarta.enterprise.context.ApplicationScoped;

/** A command of another kind. */
@ApplicationScoped
class DefineHandler implements CommandHandler<DefineItem> {

    private final Effects effects;

    DefineHandler(Effects effects) {
        this.effects = effects;
    }

    @Override
    public Class<DefineItem> command() {
        return DefineItem.class;
    }

    @Override
    public void handle(Received<DefineItem> command) {
        effects.add(command.envelope(), "defined");
    }
}
