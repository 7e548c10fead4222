package dev.holdfast.notifications.rule;

import static dev.holdfast.notifications.rule.MailKind.ORDER_CONFIRMED;
import static dev.holdfast.notifications.rule.MailKind.ORDER_DECLINED;
import static dev.holdfast.notifications.rule.MailKind.ORDER_EXPIRED;
import static dev.holdfast.notifications.rule.MailKind.ORDER_REJECTED;

import dev.holdfast.contracts.orders.OrderConfirmed;
import dev.holdfast.contracts.orders.OrderDeclined;
import dev.holdfast.contracts.orders.OrderEvent;
import dev.holdfast.contracts.orders.OrderExpired;
import dev.holdfast.contracts.orders.OrderPlaced;
import dev.holdfast.contracts.orders.OrderRejected;
import dev.holdfast.contracts.orders.PaymentAuthorized;
import dev.holdfast.contracts.orders.PaymentVoided;
import dev.holdfast.contracts.orders.StockReserved;
import java.util.Optional;

/** Which event of an order leads to which mail. */
public final class MailRules {

    private MailRules() {}

    public static Optional<Notice> mailFor(OrderEvent event) {
        return switch (event) {
            case OrderConfirmed confirmed -> mail(ORDER_CONFIRMED, null);
            case OrderRejected rejected -> mail(ORDER_REJECTED, rejected.reason());
            case OrderDeclined declined -> mail(ORDER_DECLINED, declined.reason());
            case OrderExpired expired -> mail(ORDER_EXPIRED, expired.reason());
            case OrderPlaced placed -> none();
            case StockReserved reserved -> none();
            case PaymentAuthorized authorized -> none();
            case PaymentVoided voided -> none();
        };
    }

    private static Optional<Notice> mail(MailKind kind, String reason) {
        return Optional.of(new Notice(kind, reason));
    }

    private static Optional<Notice> none() {
        return Optional.empty();
    }
}
