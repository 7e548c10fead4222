package dev.holdfast.gateway.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.contracts.Command;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.gateway.ledger.Acceptance;
import dev.holdfast.gateway.ledger.Answer;
import dev.holdfast.gateway.ledger.Ledger;
import dev.holdfast.gateway.ledger.Receipt;
import dev.holdfast.gateway.ledger.Submission;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/** Takes in what is asked of an order that exists; the order-worker decides it. */
@ApplicationScoped
class OrderRequests {

    private final Ledger ledger;
    private final ObjectMapper json;
    private final Clock clock;

    OrderRequests(Ledger ledger, ObjectMapper json, Clock clock) {
        this.ledger = ledger;
        this.json = json;
        this.clock = clock;
    }

    Receipt accept(Submission submission, Order order, Command command) {
        UUID id = MessageIds.next();
        String status = "/v1/commands/" + id;
        var headers = Map.of("Location", status, "Link", "<%s>; rel=\"status\"".formatted(status));
        var answer = new Answer(202, headers, write(RequestAccepted.of(order.id(), id)));
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return ledger.accept(
                submission, new Acceptance(id, command, order.customer().id(), answer, now));
    }

    private String write(RequestAccepted accepted) {
        try {
            return json.writeValueAsString(accepted);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer cannot be written as JSON.", e);
        }
    }
}
