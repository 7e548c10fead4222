package dev.holdfast.gateway.order;

import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.gateway.item.KnownItems;
import dev.holdfast.gateway.ledger.CommandIntake;
import dev.holdfast.gateway.ledger.CommandIntake.Offer;
import dev.holdfast.gateway.ledger.Ledger;
import dev.holdfast.gateway.ledger.Receipt;
import dev.holdfast.gateway.ledger.Submission;
import dev.holdfast.gateway.problem.Fault;
import dev.holdfast.gateway.problem.ProblemType;
import dev.holdfast.gateway.problem.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Takes orders in. */
@ApplicationScoped
class OrderIntake {

    private final Ledger ledger;
    private final CommandIntake intake;
    private final KnownItems items;

    OrderIntake(Ledger ledger, CommandIntake intake, KnownItems items) {
        this.ledger = ledger;
        this.intake = intake;
        this.items = items;
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
        Instant now = intake.now();
        var command = request.toCommand(id, now);
        return intake.accept(
                submission,
                new Offer(
                        id,
                        command,
                        request.customer().id(),
                        "/v1/orders/" + id,
                        Order.accepted(command),
                        now));
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
}
