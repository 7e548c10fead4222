package dev.holdfast.gateway.timeline;

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
import dev.holdfast.contracts.orders.RequestedLine;
import dev.holdfast.contracts.orders.RestCanceled;
import dev.holdfast.contracts.orders.StockReserved;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;

/** An order's events in a few words each, none of them about the customer. */
final class Story {

    private Story() {}

    /** Null if the event's name says it all. */
    static String of(OrderEvent event) {
        return switch (event) {
            case OrderPlaced placed ->
                    "%d %s, %s"
                            .formatted(
                                    placed.lines().size(),
                                    placed.lines().size() == 1 ? "line" : "lines",
                                    money(placed.total(), placed.currency()));
            case StockReserved _, OrderConfirmed _ -> null;
            case OrderRejected rejected -> because(rejected.reason(), rejected.detail());
            case PaymentAuthorized paid ->
                    "%s, %s".formatted(money(paid.amount(), paid.currency()), paid.paymentId());
            case OrderDeclined declined -> because(declined.reason(), declined.detail());
            case OrderExpired expired -> expired.reason();
            case PaymentVoided voided -> voided.paymentId();
            case OrderCanceled canceled -> canceled.reason();
            case OrderShipped shipped -> because(pieces(shipped.lines()), shipped.trackingNumber());
            case RestCanceled rest -> because(pieces(rest.lines()), rest.reason());
            case OrderDelivered _ -> null;
            case PaymentCaptured paid -> money(paid.amount(), paid.currency());
            case RefundRequested refund ->
                    because(money(refund.amount(), refund.currency()), refund.reason());
            case PaymentRefunded refund -> money(refund.amount(), refund.currency());
        };
    }

    private static String because(String reason, String detail) {
        return detail == null ? reason : "%s: %s".formatted(reason, detail);
    }

    private static String pieces(List<RequestedLine> lines) {
        return lines.stream()
                .map(line -> "%d of %s".formatted(line.quantity(), line.sku()))
                .collect(Collectors.joining(", "));
    }

    private static String money(long minor, String currency) {
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        return "%s %s".formatted(BigDecimal.valueOf(minor, digits).toPlainString(), currency);
    }
}
