package dev.holdfast.notifications.rule;

import static dev.holdfast.notifications.rule.MailKind.ORDER_CANCELED;
import static dev.holdfast.notifications.rule.MailKind.ORDER_CONFIRMED;
import static dev.holdfast.notifications.rule.MailKind.ORDER_DECLINED;
import static dev.holdfast.notifications.rule.MailKind.ORDER_EXPIRED;
import static dev.holdfast.notifications.rule.MailKind.ORDER_REFUNDED;
import static dev.holdfast.notifications.rule.MailKind.ORDER_REJECTED;
import static dev.holdfast.notifications.rule.MailKind.ORDER_SHIPPED;

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
import java.util.Optional;

/** Which event of an order leads to which mail. */
public final class MailRules {

    private MailRules() {}

    public static Optional<Notice> mailFor(OrderEvent event) {
        return switch (event) {
            case OrderConfirmed _ -> mail(Notice.of(ORDER_CONFIRMED));
            case OrderRejected rejected -> mail(Notice.because(ORDER_REJECTED, rejected.reason()));
            case OrderDeclined declined -> mail(Notice.because(ORDER_DECLINED, declined.reason()));
            case OrderExpired expired -> mail(Notice.because(ORDER_EXPIRED, expired.reason()));
            case OrderCanceled _ -> mail(Notice.of(ORDER_CANCELED));
            case OrderShipped parcel ->
                    mail(new Notice(ORDER_SHIPPED, null, parcel.trackingNumber(), null));
            case PaymentRefunded refund ->
                    mail(new Notice(ORDER_REFUNDED, null, null, refund.amount()));
            case OrderPlaced _,
                    StockReserved _,
                    PaymentAuthorized _,
                    PaymentVoided _,
                    RestCanceled _,
                    OrderDelivered _,
                    PaymentCaptured _,
                    RefundRequested _ ->
                    Optional.empty();
        };
    }

    private static Optional<Notice> mail(Notice notice) {
        return Optional.of(notice);
    }
}
