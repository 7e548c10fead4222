package dev.holdfast.orders.saga;

import static dev.holdfast.orders.saga.Shop.handle;
import static dev.holdfast.orders.saga.Shop.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.holdfast.contracts.orders.AuthorizePayment;
import dev.holdfast.contracts.orders.ExpireOrder;
import dev.holdfast.contracts.orders.PlaceOrder;
import dev.holdfast.contracts.orders.VoidPayment;
import dev.holdfast.courier.handler.CallingHandler;
import dev.holdfast.courier.handler.CommandHandler;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.orders.Arrival;
import dev.holdfast.orders.Books;
import dev.holdfast.orders.Servers;
import dev.holdfast.orders.payment.Authorization;
import dev.holdfast.orders.payment.Holding;
import dev.holdfast.orders.payment.PaymentRequest;
import dev.holdfast.orders.payment.Sandbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Servers.class)
class PaymentTest {

    @Inject Shop shop;
    @Inject Books books;
    @Inject Sandbox sandbox;
    @Inject CallingHandler<AuthorizePayment, PaymentRequest, Authorization> authorizing;
    @Inject CallingHandler<VoidPayment, PaymentRequest, Holding> voiding;
    @Inject CommandHandler<ExpireOrder> expiring;

    private String sku;

    @BeforeEach
    void stock() {
        sku = shop.item(10);
    }

    @Test
    void confirmsWhatIsPaid() {
        var order = placed("pm_card_visa");

        handle(authorizing, new AuthorizePayment(order.orderId()));

        assertEquals(
                List.of("OrderPlaced", "StockReserved", "PaymentAuthorized", "OrderConfirmed"),
                books.events(order.orderId()));
        assertEquals(2, books.level(sku).reserved());
        assertEquals(1, sandbox.live(order.orderId()));
        assertEquals(List.of("SetTimer", "CancelTimer"), timerCommands(order));
    }

    @Test
    void freesTheStockOfWhatIsDeclined() {
        var order = placed("pm_card_chargeDeclinedInsufficientFunds");

        handle(authorizing, new AuthorizePayment(order.orderId()));

        assertEquals("declined", books.status(order.orderId()));
        assertEquals(0, books.level(sku).reserved());
        assertEquals(List.of("SetTimer", "CancelTimer"), timerCommands(order));
    }

    @Test
    void asksOnce() {
        var order = placed("pm_card_visa");
        handle(authorizing, new AuthorizePayment(order.orderId()));

        handle(authorizing, new AuthorizePayment(order.orderId()));

        assertEquals(4, books.events(order.orderId()).size());
        assertEquals(1, sandbox.live(order.orderId()));
    }

    @Test
    void expiresWhatWaitsAndFreesItsStock() {
        var order = placed("pm_card_visa");

        handle(expiring, new ExpireOrder(order.orderId()));
        handle(expiring, new ExpireOrder(order.orderId()));

        assertEquals(
                List.of("OrderPlaced", "StockReserved", "OrderExpired"),
                books.events(order.orderId()));
        assertEquals(0, books.level(sku).reserved());
        assertEquals(List.of("AuthorizePayment", "VoidPayment"), books.sentNames(order.key()));
    }

    @Test
    void leavesAloneWhatIsConfirmed() {
        var order = placed("pm_card_visa");
        handle(authorizing, new AuthorizePayment(order.orderId()));

        handle(expiring, new ExpireOrder(order.orderId()));

        assertEquals("confirmed", books.status(order.orderId()));
        assertEquals(2, books.level(sku).reserved());
    }

    @Test
    void asksNobodyToPayForWhatHasExpired() {
        var order = placed("pm_card_visa");
        handle(expiring, new ExpireOrder(order.orderId()));
        handle(voiding, new VoidPayment(order.orderId(), null));

        assertNull(prepare(Arrival.of(new AuthorizePayment(order.orderId()))));
        assertEquals(3, books.events(order.orderId()).size(), "there was nothing to give back");
    }

    @Test
    void givesBackWhatIsPaidTooLate() {
        var order = placed("pm_card_visa");
        var command = Arrival.of(new AuthorizePayment(order.orderId()));
        var request = prepare(command);
        var answer = authorizing.call(command, request);
        handle(expiring, new ExpireOrder(order.orderId()));

        QuarkusTransaction.requiringNew().run(() -> authorizing.settle(command, request, answer));
        handle(voiding, new VoidPayment(order.orderId(), paymentId(answer)));
        handle(voiding, new VoidPayment(order.orderId(), null));

        assertEquals(
                List.of("OrderPlaced", "StockReserved", "OrderExpired", "PaymentVoided"),
                books.events(order.orderId()));
        assertEquals(
                List.of("AuthorizePayment", "VoidPayment", "VoidPayment"),
                books.sentNames(order.key()));
        assertEquals(0, sandbox.live(order.orderId()));
        assertEquals(0, books.level(sku).reserved());
    }

    @Test
    void givesBackWhatWasPaidWhileNobodyListened() {
        var order = placed("pm_card_visa");
        var command = Arrival.of(new AuthorizePayment(order.orderId()));
        authorizing.call(command, prepare(command));
        handle(expiring, new ExpireOrder(order.orderId()));

        handle(voiding, new VoidPayment(order.orderId(), null));

        assertEquals("PaymentVoided", books.events(order.orderId()).getLast());
        assertEquals(0, sandbox.live(order.orderId()));
    }

    private PaymentRequest prepare(Received<AuthorizePayment> command) {
        return QuarkusTransaction.requiringNew().call(() -> authorizing.prepare(command));
    }

    private PlaceOrder placed(String method) {
        var order = Shop.order(method, line(sku, 2));
        shop.place(order);
        return order;
    }

    private List<String> timerCommands(PlaceOrder order) {
        return books.sentNames("payment:" + order.orderId());
    }

    private static String paymentId(Authorization answer) {
        return ((Authorization.Authorized) answer).paymentId();
    }
}
