package dev.holdfast.notifications.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.contracts.orders.OrderCanceled;
import dev.holdfast.contracts.orders.OrderConfirmed;
import dev.holdfast.contracts.orders.OrderDeclined;
import dev.holdfast.contracts.orders.OrderEvent;
import dev.holdfast.contracts.orders.OrderExpired;
import dev.holdfast.contracts.orders.OrderRejected;
import dev.holdfast.contracts.orders.OrderShipped;
import dev.holdfast.contracts.orders.PaymentAuthorized;
import dev.holdfast.contracts.orders.PaymentRefunded;
import dev.holdfast.contracts.orders.PaymentVoided;
import dev.holdfast.contracts.orders.StockReserved;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MailRulesTest {

    private static final UUID ORDER = UUID.randomUUID();

    @Test
    void the_customer_is_told_how_the_order_ended() {
        told("order-confirmed", null, new OrderConfirmed(ORDER));
        told("order-rejected", "out_of_stock", new OrderRejected(ORDER, "out_of_stock", "x"));
        told("order-declined", "card_declined", new OrderDeclined(ORDER, "card_declined", "x"));
        told("order-expired", "payment_timeout", new OrderExpired(ORDER, "payment_timeout"));
        told("order-canceled", null, new OrderCanceled(ORDER, "ordered twice"));
    }

    @Test
    void the_customer_is_told_of_parcels_and_of_money_that_comes_back() {
        var parcel = new OrderShipped(ORDER, UUID.randomUUID(), List.of(), "T-1", true);
        var refund = new PaymentRefunded(ORDER, UUID.randomUUID(), 1290, "EUR", false);

        assertEquals("T-1", MailRules.mailFor(parcel).orElseThrow().tracking());
        assertEquals(1290, MailRules.mailFor(refund).orElseThrow().amount());
    }

    @Test
    void the_customer_is_not_told_of_the_steps_between() {
        for (OrderEvent step :
                List.of(
                        new StockReserved(ORDER, List.of()),
                        new PaymentAuthorized(ORDER, "pi_1", 1, "EUR"),
                        new PaymentVoided(ORDER, "pi_1"))) {
            assertEquals(Optional.empty(), MailRules.mailFor(step));
        }
    }

    private static void told(String kind, String reason, OrderEvent event) {
        Notice notice = MailRules.mailFor(event).orElseThrow();
        assertEquals(kind, notice.kind().label());
        assertEquals(reason, notice.reason());
    }
}
