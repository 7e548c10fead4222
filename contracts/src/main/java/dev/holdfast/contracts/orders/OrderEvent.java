package dev.holdfast.contracts.orders;

import dev.holdfast.contracts.Event;
import java.util.UUID;

/** A fact in the life of one order; sealed, so that who folds or shows them forgets none. */
public sealed interface OrderEvent extends Event
        permits OrderPlaced,
                StockReserved,
                OrderRejected,
                PaymentAuthorized,
                OrderConfirmed,
                OrderDeclined,
                OrderExpired,
                PaymentVoided,
                OrderCanceled,
                OrderShipped,
                RestCanceled,
                OrderDelivered,
                PaymentCaptured,
                RefundRequested,
                PaymentRefunded {

    UUID orderId();

    @Override
    default String key() {
        return orderId().toString();
    }
}
