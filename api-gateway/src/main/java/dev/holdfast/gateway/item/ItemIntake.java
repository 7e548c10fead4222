package dev.holdfast.gateway.item;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.contracts.Command;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.gateway.ledger.Acceptance;
import dev.holdfast.gateway.ledger.Answer;
import dev.holdfast.gateway.ledger.Ledger;
import dev.holdfast.gateway.ledger.Receipt;
import dev.holdfast.gateway.ledger.Submission;
import dev.holdfast.gateway.problem.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes changes of the catalogue and its stock in. */
@ApplicationScoped
class ItemIntake {

    private final Ledger ledger;
    private final KnownItems items;
    private final ObjectMapper json;
    private final Clock clock;

    ItemIntake(Ledger ledger, KnownItems items, ObjectMapper json, Clock clock) {
        this.ledger = ledger;
        this.items = items;
        this.json = json;
        this.clock = clock;
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
        String status = "/v1/commands/" + id;
        var headers = Map.of("Location", status, "Link", "<%s>; rel=\"status\"".formatted(status));
        var answer = new Answer(202, headers, write(ItemAccepted.of(sku, id)));
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return ledger.accept(submission, new Acceptance(id, command, null, answer, now));
    }

    private String write(ItemAccepted accepted) {
        try {
            return json.writeValueAsString(accepted);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer cannot be written as JSON.", e);
        }
    }
}
