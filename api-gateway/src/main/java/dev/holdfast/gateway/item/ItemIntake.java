package dev.holdfast.gateway.item;

import dev.holdfast.contracts.Command;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.gateway.ledger.CommandIntake;
import dev.holdfast.gateway.ledger.Ledger;
import dev.holdfast.gateway.ledger.Receipt;
import dev.holdfast.gateway.ledger.Submission;
import dev.holdfast.gateway.problem.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Takes changes of the catalogue and its stock in. */
@ApplicationScoped
class ItemIntake {

    private final Ledger ledger;
    private final KnownItems items;
    private final CommandIntake intake;

    ItemIntake(Ledger ledger, KnownItems items, CommandIntake intake) {
        this.ledger = ledger;
        this.items = items;
        this.intake = intake;
    }

    Receipt define(Submission submission, String sku, DefineItemRequest request) {
        return accept(submission, sku, MessageIds.next(), request.toCommand(sku));
    }

    /**
     * Accepts a movement of stock; the id of its command makes it happen once.
     *
     * @throws Refused if there is no such item
     */
    Receipt adjust(Submission submission, String sku, AdjustStockRequest request) {
        if (!items.unknown(List.of(sku)).isEmpty()) {
            return ledger.find(submission).orElseThrow(() -> unknown(sku));
        }
        UUID id = MessageIds.next();
        return accept(submission, sku, id, request.toCommand(sku, id));
    }

    static Refused unknown(String sku) {
        return Refused.notFound("There is no item '%s'.".formatted(sku));
    }

    private Receipt accept(Submission submission, String sku, UUID id, Command command) {
        return intake.accept(submission, id, command, null, ItemAccepted.of(sku, id));
    }
}
