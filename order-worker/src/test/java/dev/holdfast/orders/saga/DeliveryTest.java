package dev.holdfast.orders.saga;

import static dev.holdfast.orders.saga.Shop.handle;
import static dev.holdfast.orders.saga.Shop.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.contracts.orders.AuthorizePayment;
import dev.holdfast.contracts.orders.CancelOrder;
import dev.holdfast.contracts.orders.CapturePayment;
import dev.holdfast.contracts.orders.DeliverOrder;
import dev.holdfast.contracts.orders.RefundOrder;
import dev.holdfast.contracts.orders.RefundPayment;
import dev.holdfast.contracts.orders.RequestedLine;
import dev.holdfast.contracts.orders.ShipOrder;
import dev.holdfast.contracts.orders.VoidPayment;
import dev.holdfast.courier.handler.CallingHandler;
import dev.holdfast.courier.handler.CommandHandler;
import dev.holdfast.orders.Books;
import dev.holdfast.orders.Servers;
import dev.holdfast.orders.order.Payment;
import dev.holdfast.orders.payment.Authorization;
import dev.holdfast.orders.payment.Holding;
import dev.holdfast.orders.payment.PaymentRequest;
import dev.holdfast.orders.payment.RefundRequest;
import dev.holdfast.orders.payment.Sandbox;
import dev.holdfast.orders.store.Rebuild;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of an order after it is confirmed: three pieces at 10.00 EUR. */
@QuarkusTest
@WithTestResource(Servers.class)
class DeliveryTest {

    @Inject Shop shop;
    @Inject Books books;
    @Inject Sandbox sandbox;
    @Inject Rebuild rebuild;
    @Inject CallingHandler<AuthorizePayment, PaymentRequest, Authorization> authorizing;
    @Inject CallingHandler<VoidPayment, PaymentRequest, Holding> voiding;
    @Inject CallingHandler<CapturePayment, Payment, Payment> capturing;
    @Inject CallingHandler<RefundPayment, RefundRequest, RefundRequest> refunding;
    @Inject CommandHandler<CancelOrder> canceling;
    @Inject CommandHandler<ShipOrder> shipping;
    @Inject CommandHandler<DeliverOrder> delivering;
    @Inject CommandHandler<RefundOrder> promising;

    private String sku;
    private UUID order;

    @BeforeEach
    void confirmed() {
        sku = shop.item(10);
        var command = Shop.order(line(sku, 3));
        order = command.orderId();
        shop.place(command);
        handle(authorizing, new AuthorizePayment(order));
    }

    @Test
    void takesTheMoneyWhenTheParcelLeaves() {
        ship();
        assertEquals("CapturePayment", books.sentNames(order.toString()).getLast());
        handle(capturing, new CapturePayment(order));
        handle(capturing, new CapturePayment(order));
        handle(delivering, new DeliverOrder(order));

        assertEquals("delivered", books.status(order));
        assertEquals(3000, sandbox.captured(order));
        assertEquals(
                List.of("OrderShipped", "PaymentCaptured", "OrderDelivered"),
                books.events(order).subList(4, 7));
        assertStock(7, 0);
    }

    @Test
    void shipsInParts() {
        ship(line(sku, 1));
        assertEquals("partly_shipped", books.status(order));
        assertStock(9, 2);

        ship(line(sku, 2));
        assertEquals("shipped", books.status(order));
        assertStock(7, 0);
    }

    @Test
    void givesTheMoneyBackThatWasSetAsideForACanceledOrder() {
        handle(canceling, new CancelOrder(order, "ordered twice"));
        handle(voiding, new VoidPayment(order, null));

        assertEquals("canceled", books.status(order));
        assertEquals("PaymentVoided", books.events(order).getLast());
        assertEquals(0, sandbox.live(order));
        assertStock(10, 0);
    }

    @Test
    void givesBackTheRestOfAPartlyShippedOrder() {
        ship(line(sku, 1));
        handle(capturing, new CapturePayment(order));
        handle(canceling, new CancelOrder(order, null));
        refundPromised();

        assertEquals("partly_refunded", books.status(order));
        assertEquals(3000, sandbox.captured(order));
        assertEquals(2000, sandbox.refunded(order));
        assertStock(9, 0);
    }

    @Test
    void givesBackTheRestIfItWasCanceledBeforeTheMoneyWasTaken() {
        ship(line(sku, 1));
        handle(canceling, new CancelOrder(order, null));
        handle(capturing, new CapturePayment(order));
        refundPromised();

        assertEquals(2000, sandbox.refunded(order));
    }

    @Test
    void refundsOnce() {
        ship();
        handle(capturing, new CapturePayment(order));
        handle(promising, new RefundOrder(order, 1200L, List.of(), "broken"));
        refundPromised();
        refundPromised();

        assertEquals("partly_refunded", books.status(order));
        assertEquals(1200, sandbox.refunded(order));

        handle(promising, new RefundOrder(order, null, List.of(), null));
        refundPromised();

        assertEquals("refunded", books.status(order));
        assertEquals(3000, sandbox.refunded(order));
        assertEquals(0, sandbox.live(order));
    }

    @Test
    void saysWhyNot() {
        handle(delivering, new DeliverOrder(order));

        var refused = books.sent(order.toString()).getLast();
        assertEquals("CommandRefused", refused.type());
        assertTrue(refused.body().contains("not_shipped"), refused.body());
        assertEquals("confirmed", books.status(order));
    }

    @Test
    void keepsTheStateThatItsEventsComeTo() {
        ship(line(sku, 1));
        handle(capturing, new CapturePayment(order));
        handle(canceling, new CancelOrder(order, "no longer needed"));
        refundPromised();

        assertEquals(List.of(), rebuild.run().corrected());
    }

    private void ship(RequestedLine... lines) {
        handle(shipping, new ShipOrder(order, List.of(lines), "00340434161094042557"));
    }

    private void refundPromised() {
        UUID refund =
                books.query(
                                """
                                SELECT data ->> 'refundId' FROM order_event
                                WHERE stream_id = ? AND type LIKE '%.RefundRequested.%'
                                ORDER BY version DESC LIMIT 1
                                """,
                                row -> UUID.fromString(row.getString(1)), order)
                        .getFirst();
        handle(refunding, new RefundPayment(order, refund));
    }

    private void assertStock(long onHand, long reserved) {
        var level = books.level(sku);
        assertEquals(onHand, level.onHand());
        assertEquals(reserved, level.reserved());
        assertEquals(
                onHand,
                books.query(
                                "SELECT sum(delta) FROM stock_movement WHERE sku = ?",
                                row -> row.getLong(1),
                                sku)
                        .getFirst());
    }
}
