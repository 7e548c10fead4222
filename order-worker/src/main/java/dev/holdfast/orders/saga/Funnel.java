package dev.holdfast.orders.saga;

import dev.holdfast.contracts.orders.OrderCanceled;
import dev.holdfast.contracts.orders.OrderConfirmed;
import dev.holdfast.contracts.orders.OrderDeclined;
import dev.holdfast.contracts.orders.OrderDelivered;
import dev.holdfast.contracts.orders.OrderEvent;
import dev.holdfast.contracts.orders.OrderExpired;
import dev.holdfast.contracts.orders.OrderPlaced;
import dev.holdfast.contracts.orders.OrderRejected;
import dev.holdfast.contracts.orders.OrderShipped;
import dev.holdfast.contracts.orders.PaymentAuthorized;
import dev.holdfast.contracts.orders.PaymentCaptured;
import dev.holdfast.contracts.orders.PaymentRefunded;
import dev.holdfast.contracts.orders.PaymentVoided;
import dev.holdfast.contracts.orders.RefundRequested;
import dev.holdfast.contracts.orders.RestCanceled;
import dev.holdfast.contracts.orders.StockReserved;
import dev.holdfast.orders.store.Change;
import dev.holdfast.orders.store.Recorded;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import org.jboss.logging.Logger;

/** Counts and logs how far orders get; only what has been committed. */
@ApplicationScoped
class Funnel {

    static final String STEPS = "holdfast.orders";

    private static final Logger LOG = Logger.getLogger(Funnel.class);

    private final MeterRegistry meters;

    Funnel(MeterRegistry meters) {
        this.meters = meters;
    }

    void see(@Observes(during = TransactionPhase.AFTER_SUCCESS) Recorded recorded) {
        for (Change change : recorded.changes()) {
            change.events().forEach(event -> see(event, change));
        }
    }

    private void see(OrderEvent event, Change change) {
        String step = step(event);
        meters.counter(STEPS, "step", step, "reason", reason(event)).increment();
        LOG.infof(
                "Order %s %s%s, command %s",
                event.orderId(),
                step,
                reason(event).isEmpty() ? "" : ": " + reason(event),
                change.cause().correlationId());
    }

    private static String step(OrderEvent event) {
        return switch (event) {
            case OrderPlaced _ -> "placed";
            case StockReserved _ -> "reserved";
            case OrderRejected _ -> "rejected";
            case PaymentAuthorized _ -> "authorized";
            case OrderConfirmed _ -> "confirmed";
            case OrderDeclined _ -> "declined";
            case OrderExpired _ -> "expired";
            case PaymentVoided _ -> "voided";
            case OrderCanceled _ -> "canceled";
            case OrderShipped shipped -> shipped.complete() ? "shipped" : "partly_shipped";
            case RestCanceled _ -> "rest_canceled";
            case OrderDelivered _ -> "delivered";
            case PaymentCaptured _ -> "captured";
            case RefundRequested _ -> "refund_requested";
            case PaymentRefunded _ -> "refunded";
        };
    }

    private static String reason(OrderEvent event) {
        return switch (event) {
            case OrderRejected rejected -> rejected.reason();
            case OrderDeclined declined -> declined.reason();
            case OrderExpired expired -> expired.reason();
            default -> "";
        };
    }
}
