package dev.holdfast.orders.order;

import static dev.holdfast.orders.order.Samples.ID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.holdfast.contracts.orders.OrderConfirmed;
import dev.holdfast.contracts.orders.OrderDeclined;
import dev.holdfast.contracts.orders.OrderEvent;
import dev.holdfast.contracts.orders.OrderExpired;
import dev.holdfast.contracts.orders.PaymentAuthorized;
import dev.holdfast.contracts.orders.PaymentVoided;
import dev.holdfast.contracts.orders.StockReserved;
import dev.holdfast.orders.order.Instruction.Authorize;
import dev.holdfast.orders.order.Instruction.Decline;
import dev.holdfast.orders.order.Instruction.Expire;
import dev.holdfast.orders.order.Instruction.RecordVoid;
import dev.holdfast.orders.order.OrderState.Authorized;
import dev.holdfast.orders.order.OrderState.Confirmed;
import dev.holdfast.orders.order.OrderState.Declined;
import dev.holdfast.orders.order.OrderState.Expired;
import dev.holdfast.orders.order.OrderState.NotPlaced;
import dev.holdfast.orders.order.OrderState.Placed;
import dev.holdfast.orders.order.OrderState.Rejected;
import dev.holdfast.orders.order.OrderState.Reserved;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DeciderTest {

    private static final Order ORDER =
            new Order(ID, "web-1001", "EUR", Samples.QUOTE.lines(), 2580, "pm_card_visa");
    private static final Payment PAYMENT = new Payment("pi_1", 2580, "EUR");

    private static final OrderState NOT_PLACED = new NotPlaced();
    private static final OrderState PLACED = new Placed(ORDER);
    private static final OrderState RESERVED = new Reserved(ORDER);
    private static final OrderState AUTHORIZED = new Authorized(ORDER, PAYMENT);
    private static final OrderState CONFIRMED = new Confirmed(ORDER, PAYMENT);
    private static final OrderState REJECTED = new Rejected(ORDER, "out_of_stock");
    private static final OrderState DECLINED = new Declined(ORDER, "card_declined");
    private static final OrderState EXPIRED = new Expired(ORDER, "payment_timeout", null);
    private static final OrderState VOIDED = new Expired(ORDER, "payment_timeout", "pi_1");

    private static final Authorize AUTHORIZE = new Authorize("pi_1");
    private static final Decline DECLINE = new Decline("card_declined", "Your card was declined.");
    private static final Expire EXPIRE = new Expire();
    private static final RecordVoid VOID = new RecordVoid("pi_1");

    private static final List<OrderState> ALL =
            List.of(
                    NOT_PLACED,
                    PLACED,
                    RESERVED,
                    AUTHORIZED,
                    CONFIRMED,
                    REJECTED,
                    DECLINED,
                    EXPIRED,
                    VOIDED);

    static Stream<Arguments> whatHasAPlace() {
        return Stream.of(
                arguments(NOT_PLACED, Samples.place(), RESERVED),
                arguments(RESERVED, AUTHORIZE, CONFIRMED),
                arguments(RESERVED, DECLINE, DECLINED),
                arguments(RESERVED, EXPIRE, EXPIRED),
                arguments(EXPIRED, VOID, VOIDED));
    }

    @ParameterizedTest
    @MethodSource("whatHasAPlace")
    void leadsOn(OrderState before, Instruction instruction, OrderState after) {
        assertEquals(after, Decider.evolve(before, Decider.decide(before, instruction)));
    }

    static Stream<Arguments> whatHasNone() {
        var takes = whatHasAPlace().map(a -> List.of(a.get()[0], a.get()[1])).toList();
        return ALL.stream()
                .flatMap(
                        state ->
                                Stream.of(Samples.place(), AUTHORIZE, DECLINE, EXPIRE, VOID)
                                        .filter(i -> !takes.contains(List.of(state, i)))
                                        .map(i -> arguments(state, i)));
    }

    @ParameterizedTest
    @MethodSource("whatHasNone")
    void decidesNothing(OrderState state, Instruction instruction) {
        assertEquals(List.of(), Decider.decide(state, instruction));
    }

    @Test
    void takesAnOrderWithItsPricesAndItsTotal() {
        var events = Decider.decide(NOT_PLACED, Samples.place());

        assertEquals(PLACED, Decider.evolve(NOT_PLACED, events.getFirst()));
        assertEquals(new StockReserved(ID, Samples.command().lines()), events.getLast());
        assertEquals(2, events.size());
    }

    @Test
    void authorizesWhatTheOrderCosts() {
        assertEquals(
                List.of(new PaymentAuthorized(ID, "pi_1", 2580, "EUR"), new OrderConfirmed(ID)),
                Decider.decide(RESERVED, AUTHORIZE));
    }

    static Stream<Arguments> whatCannotHaveHappened() {
        List<OrderEvent> events =
                List.of(
                        Decider.decide(NOT_PLACED, Samples.place()).getFirst(),
                        new StockReserved(ID, List.of()),
                        new PaymentAuthorized(ID, "pi_1", 2580, "EUR"),
                        new OrderConfirmed(ID),
                        new OrderDeclined(ID, "card_declined", "No."),
                        new OrderExpired(ID, "payment_timeout"));
        return Stream.of(CONFIRMED, REJECTED, DECLINED, EXPIRED, VOIDED)
                .flatMap(end -> events.stream().map(event -> arguments(end, event)));
    }

    @ParameterizedTest
    @MethodSource("whatCannotHaveHappened")
    void nothingFollowsAnEnd(OrderState end, OrderEvent event) {
        assertThrows(IllegalHistory.class, () -> Decider.evolve(end, event));
    }

    @Test
    void givesAPaymentBackOnce() {
        assertThrows(
                IllegalHistory.class, () -> Decider.evolve(VOIDED, new PaymentVoided(ID, "pi_1")));
    }
}
