package dev.holdfast.gateway.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.gateway.item.KnownItems;
import dev.holdfast.gateway.ledger.Acceptance;
import dev.holdfast.gateway.ledger.Answer;
import dev.holdfast.gateway.ledger.Ledger;
import dev.holdfast.gateway.ledger.Receipt;
import dev.holdfast.gateway.ledger.Submission;
import dev.holdfast.gateway.problem.Fault;
import dev.holdfast.gateway.problem.ProblemType;
import dev.holdfast.gateway.problem.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Takes orders in. */
@ApplicationScoped
class OrderIntake {

    private final Ledger ledger;
    private final KnownItems items;
    private final ObjectMapper json;
    private final Clock clock;

    OrderIntake(Ledger ledger, KnownItems items, ObjectMapper json, Clock clock) {
        this.ledger = ledger;
        this.items = items;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Accepts an order. Its id is that of the command that places it.
     *
     * @throws Refused if an item does not exist, or the ledger refuses
     */
    Receipt place(Submission submission, PlaceOrderRequest request) {
        var unknown = items.unknown(request.lines().stream().map(line -> line.sku()).toList());
        if (!unknown.isEmpty()) {
            return ledger.find(submission).orElseThrow(() -> unknownSku(request, unknown));
        }
        UUID id = MessageIds.next();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var command = request.toCommand(id, now);
        var answer = new Answer(202, headers(id), write(Order.accepted(command)));
        return ledger.accept(
                submission, new Acceptance(id, command, request.customer().id(), answer, now));
    }

    private static Map<String, String> headers(UUID id) {
        return Map.of(
                "Location",
                "/v1/orders/" + id,
                "Link",
                "</v1/commands/%s>; rel=\"status\"".formatted(id));
    }

    private static Refused unknownSku(PlaceOrderRequest request, Set<String> unknown) {
        var lines = request.lines();
        List<Fault> faults =
                IntStream.range(0, lines.size())
                        .filter(i -> unknown.contains(lines.get(i).sku()))
                        .mapToObj(
                                i ->
                                        Fault.at(
                                                "/lines/%d/sku".formatted(i),
                                                "names '%s', which is not in the catalogue"
                                                        .formatted(lines.get(i).sku())))
                        .toList();
        return Refused.because(ProblemType.UNKNOWN_SKU, faults);
    }

    private String write(Order order) {
        try {
            return json.writeValueAsString(order);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An order cannot be written as JSON.", e);
        }
    }
}
