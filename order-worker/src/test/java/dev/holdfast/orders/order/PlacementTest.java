package dev.holdfast.orders.order;

import static dev.holdfast.orders.order.Samples.ID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.holdfast.contracts.orders.OrderEvent;
import dev.holdfast.contracts.orders.OrderPlaced;
import dev.holdfast.contracts.orders.OrderRejected;
import dev.holdfast.contracts.orders.PricedLine;
import dev.holdfast.orders.order.Instruction.Place;
import dev.holdfast.orders.order.OrderState.NotPlaced;
import dev.holdfast.orders.order.Reservation.Held;
import dev.holdfast.orders.order.Reservation.NotTried;
import dev.holdfast.orders.order.Reservation.Short;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlacementTest {

    private static final PricedLine TEA = new PricedLine("TEA-01", "Green tea", 2, 1290L);
    private static final PricedLine UNKNOWN = new PricedLine("NIX-1", null, 1, null);
    private static final PricedLine UNPRICED = new PricedLine("CUP-01", "Cup", 1, null);
    private static final PricedLine ABSURD =
            new PricedLine("TEA-01", "Green tea", Integer.MAX_VALUE, Long.MAX_VALUE);

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments(List.of(TEA, UNKNOWN), new NotTried(), "unknown_sku", 2580L),
                arguments(List.of(UNPRICED, TEA), new NotTried(), "no_price", 2580L),
                arguments(List.of(UNPRICED, UNKNOWN), new NotTried(), "unknown_sku", 0L),
                arguments(List.of(ABSURD), new NotTried(), "total_too_large", Long.MAX_VALUE),
                arguments(List.of(TEA), new Short("TEA-01"), "out_of_stock", 2580L));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void placesThenRejects(
            List<PricedLine> lines, Reservation reservation, String reason, long total) {
        List<OrderEvent> events = place(lines, reservation);

        assertEquals(total, assertInstanceOf(OrderPlaced.class, events.getFirst()).total());
        var rejected = assertInstanceOf(OrderRejected.class, events.getLast());
        assertEquals(ID, rejected.orderId());
        assertEquals(reason, rejected.reason());
        assertEquals(2, events.size());
    }

    static Stream<Arguments> contradictory() {
        return Stream.of(
                arguments(List.of(TEA), new NotTried()),
                arguments(List.of(UNKNOWN), new Held()),
                arguments(List.of(UNKNOWN), new Short("NIX-1")));
    }

    @ParameterizedTest
    @MethodSource("contradictory")
    void refusesFactsThatWouldLeakStock(List<PricedLine> lines, Reservation reservation) {
        assertThrows(IllegalArgumentException.class, () -> place(lines, reservation));
    }

    @Test
    void addsUpItsLines() {
        var milk = new PricedLine("MLK-01", "Milk", 3, 99L);

        assertEquals(2 * 1290 + 3 * 99, new Quote(List.of(TEA, milk)).total());
    }

    private static List<OrderEvent> place(List<PricedLine> lines, Reservation reservation) {
        return Decider.decide(
                new NotPlaced(), new Place(Samples.command(), new Quote(lines), reservation));
    }
}
