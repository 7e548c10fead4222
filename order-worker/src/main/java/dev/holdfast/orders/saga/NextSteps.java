package dev.holdfast.orders.saga;

import dev.holdfast.contracts.Catalogue;
import dev.holdfast.contracts.Command;
import dev.holdfast.contracts.orders.AuthorizePayment;
import dev.holdfast.contracts.orders.CapturePayment;
import dev.holdfast.contracts.orders.ExpireOrder;
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
import dev.holdfast.contracts.orders.RefundPayment;
import dev.holdfast.contracts.orders.RefundRequested;
import dev.holdfast.contracts.orders.RestCanceled;
import dev.holdfast.contracts.orders.StockReserved;
import dev.holdfast.contracts.orders.VoidPayment;
import dev.holdfast.contracts.scheduler.CancelTimer;
import dev.holdfast.contracts.scheduler.Fire;
import dev.holdfast.contracts.scheduler.SetTimer;
import dev.holdfast.courier.outbox.JsonBody;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What has to be done because of what happened. */
@ApplicationScoped
class NextSteps {

    private final JsonBody json;
    private final Clock clock;
    private final Duration paymentTimeout;

    NextSteps(
            JsonBody json,
            Clock clock,
            @ConfigProperty(name = "holdfast.orders.payment-timeout") Duration paymentTimeout) {
        this.json = json;
        this.clock = clock;
        this.paymentTimeout = paymentTimeout;
    }

    List<Command> after(OrderEvent event) {
        return switch (event) {
            case StockReserved(UUID orderId, _) ->
                    List.of(new AuthorizePayment(orderId), expireInTime(orderId));
            case OrderConfirmed(UUID orderId) -> List.of(new CancelTimer(timer(orderId)));
            case OrderDeclined(UUID orderId, _, _) -> List.of(new CancelTimer(timer(orderId)));
            case OrderExpired(UUID orderId, _) -> List.of(new VoidPayment(orderId, null));
            case OrderCanceled(UUID orderId, _) ->
                    List.of(new VoidPayment(orderId, null), new CancelTimer(timer(orderId)));
            case OrderShipped shipped -> List.of(new CapturePayment(shipped.orderId()));
            case RefundRequested refund ->
                    List.of(new RefundPayment(refund.orderId(), refund.refundId()));
            case OrderPlaced _,
                    OrderRejected _,
                    PaymentAuthorized _,
                    PaymentVoided _,
                    PaymentCaptured _,
                    PaymentRefunded _,
                    RestCanceled _,
                    OrderDelivered _ ->
                    List.of();
        };
    }

    private SetTimer expireInTime(UUID orderId) {
        var expire = new ExpireOrder(orderId);
        return new SetTimer(
                timer(orderId),
                clock.instant().plus(paymentTimeout),
                new Fire(Catalogue.typeOf(expire).id(), expire.key(), json.write(expire)));
    }

    private static String timer(UUID orderId) {
        return "payment:" + orderId;
    }
}
