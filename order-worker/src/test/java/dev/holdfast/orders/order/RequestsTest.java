package dev.holdfast.orders.order;

import static dev.holdfast.orders.order.Samples.ID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.holdfast.contracts.orders.OrderCanceled;
import dev.holdfast.contracts.orders.OrderDelivered;
import dev.holdfast.contracts.orders.OrderEvent;
import dev.holdfast.contracts.orders.OrderShipped;
import dev.holdfast.contracts.orders.PaymentCaptured;
import dev.holdfast.contracts.orders.RefundRequested;
import dev.holdfast.contracts.orders.RequestedLine;
import dev.holdfast.contracts.orders.RestCanceled;
import dev.holdfast.orders.order.Decision.Granted;
import dev.holdfast.orders.order.Decision.Refused;
import dev.holdfast.orders.order.Instruction.RecordCapture;
import dev.holdfast.orders.order.Instruction.RecordRefund;
import dev.holdfast.orders.order.OrderState.Canceled;
import dev.holdfast.orders.order.OrderState.Confirmed;
import dev.holdfast.orders.order.OrderState.Expired;
import dev.holdfast.orders.order.OrderState.NotPlaced;
import dev.holdfast.orders.order.OrderState.Reserved;
import dev.holdfast.orders.order.Request.Cancel;
import dev.holdfast.orders.order.Request.Deliver;
import dev.holdfast.orders.order.Request.Refund;
import dev.holdfast.orders.order.Request.Ship;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two of TEA-01 at 12.90 each. */
class RequestsTest {

    private static final Order ORDER =
            new Order(ID, "web-1001", "EUR", Samples.QUOTE.lines(), 2580, "pm_card_visa");
    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);
    private static final List<RequestedLine> ONE = List.of(new RequestedLine("TEA-01", 1));
    private static final List<RequestedLine> TWO = List.of(new RequestedLine("TEA-01", 2));

    private static final OrderState RESERVED = new Reserved(ORDER);
    private static final OrderState CONFIRMED =
            new Confirmed(ORDER, new Payment("pi_1", 2580, "EUR"));
    private static final OrderState PARTLY_SHIPPED = after(CONFIRMED, new Ship(FIRST, ONE, null));
    private static final OrderState SHIPPED = after(CONFIRMED, shipAll(FIRST));
    private static final OrderState CAPTURED = told(SHIPPED, new RecordCapture(SECOND));
    private static final OrderState DELIVERED = after(CAPTURED, new Deliver());

    static Stream<Arguments> granted() {
        return Stream.of(
                arguments(RESERVED, cancel(), "canceled"),
                arguments(CONFIRMED, cancel(), "canceled"),
                arguments(CONFIRMED, shipAll(FIRST), "shipped"),
                arguments(CONFIRMED, new Ship(FIRST, ONE, "T"), "partly_shipped"),
                arguments(PARTLY_SHIPPED, new Ship(SECOND, ONE, "T"), "shipped"),
                arguments(PARTLY_SHIPPED, cancel(), "shipped"),
                arguments(SHIPPED, new Deliver(), "delivered"),
                arguments(CAPTURED, refund(1290L), "shipped"),
                arguments(DELIVERED, refund(null), "delivered"));
    }

    @ParameterizedTest
    @MethodSource
    void granted(OrderState state, Request request, String status) {
        assertEquals(status, after(state, request).status());
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments(new NotPlaced(), cancel(), "unknown_order"),
                arguments(new Expired(ORDER, "payment_timeout", null), cancel(), "expired"),
                arguments(new Canceled(ORDER, null, null), cancel(), "canceled"),
                arguments(RESERVED, shipAll(FIRST), "not_confirmed"),
                arguments(CONFIRMED, new Deliver(), "not_shipped"),
                arguments(CONFIRMED, refund(1L), "not_captured"),
                arguments(CONFIRMED, ship("TEA-01", 3), "not_open"),
                arguments(CONFIRMED, ship("CUP-07", 1), "not_open"),
                arguments(CONFIRMED, ship("TEA-01", -1), "not_open"),
                arguments(PARTLY_SHIPPED, new Ship(SECOND, TWO, null), "not_open"),
                arguments(PARTLY_SHIPPED, new Deliver(), "partly_shipped"),
                arguments(SHIPPED, refund(1L), "not_captured"),
                arguments(SHIPPED, cancel(), "shipped"),
                arguments(SHIPPED, shipAll(SECOND), "shipped"),
                arguments(CAPTURED, refund(2581L), "too_much"),
                arguments(CAPTURED, refund(0L), "too_much"),
                arguments(CAPTURED, refund(-1L), "too_much"),
                arguments(CAPTURED, refundOf("CUP-07", 1), "not_ordered"),
                arguments(CAPTURED, refundOf("TEA-01", 3), "not_ordered"),
                arguments(DELIVERED, cancel(), "delivered"),
                arguments(DELIVERED, new Deliver(), "delivered"),
                arguments(after(CAPTURED, refund(1L)), refund(1L), "requested"),
                arguments(after(CAPTURED, refund(null)), refundAll(), "refunded"));
    }

    @ParameterizedTest
    @MethodSource
    void refused(OrderState state, Request request, String reason) {
        assertEquals(
                reason,
                Requests.decide(state, request) instanceof Refused(Refusal why)
                        ? why.reason()
                        : "granted");
    }

    @Test
    void cancelsBeforeAnythingHasLeft() {
        assertEquals(
                List.of(new OrderCanceled(ID, "ordered twice")),
                events(CONFIRMED, new Cancel(FIRST, "ordered twice")));
    }

    @Test
    void shipsWhatIsOpenIfNothingIsSaid() {
        assertEquals(
                List.of(new OrderShipped(ID, SECOND, ONE, "T-1", true)),
                events(PARTLY_SHIPPED, new Ship(SECOND, List.of(), "T-1")));
    }

    @Test
    void givesBackWhatIsCanceledOfAPaidOrder() {
        var paid = told(PARTLY_SHIPPED, new RecordCapture(FIRST));

        assertEquals(
                List.of(
                        new RestCanceled(ID, "no longer needed", ONE, 1290),
                        new RefundRequested(ID, SECOND, 1290, "EUR", "no longer needed")),
                events(paid, new Cancel(SECOND, "no longer needed")));
    }

    @Test
    void givesBackWhatWasCanceledWhileTheMoneyWasOnItsWay() {
        var canceled = after(PARTLY_SHIPPED, cancel());

        assertEquals(
                List.of(
                        new PaymentCaptured(ID, "pi_1", 2580, "EUR"),
                        new RefundRequested(ID, SECOND, 1290, "EUR", null)),
                Decider.decide(canceled, new RecordCapture(SECOND)));
    }

    @Test
    void refundsWhatTheLinesCost() {
        assertEquals(
                List.of(new RefundRequested(ID, FIRST, 1290, "EUR", "broken")),
                events(DELIVERED, new Refund(FIRST, null, ONE, "broken")));
    }

    @Test
    void saysHowMuchOfItHasComeBack() {
        var partly = told(after(DELIVERED, refund(1000L)), new RecordRefund(FIRST));
        assertEquals("partly_refunded", partly.status());

        assertEquals(
                "refunded", told(after(partly, refundAll()), new RecordRefund(SECOND)).status());
    }

    @Test
    void delivers() {
        assertEquals(List.of(new OrderDelivered(ID)), events(SHIPPED, new Deliver()));
    }

    private static Request cancel() {
        return new Cancel(FIRST, null);
    }

    private static Request shipAll(UUID id) {
        return new Ship(id, List.of(), null);
    }

    private static Request ship(String sku, int quantity) {
        return new Ship(FIRST, List.of(new RequestedLine(sku, quantity)), null);
    }

    private static Request refund(Long amount) {
        return new Refund(FIRST, amount, List.of(), null);
    }

    private static Request refundAll() {
        return new Refund(SECOND, null, List.of(), null);
    }

    private static Request refundOf(String sku, int quantity) {
        return new Refund(FIRST, null, List.of(new RequestedLine(sku, quantity)), null);
    }

    private static List<OrderEvent> events(OrderState state, Request request) {
        return ((Granted) Requests.decide(state, request)).events();
    }

    private static OrderState after(OrderState state, Request request) {
        return Decider.evolve(state, events(state, request));
    }

    private static OrderState told(OrderState state, Instruction instruction) {
        return Decider.evolve(state, Decider.decide(state, instruction));
    }
}
