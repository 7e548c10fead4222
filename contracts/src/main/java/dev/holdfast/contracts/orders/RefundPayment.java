package dev.holdfast.contracts.orders;

import dev.holdfast.contracts.Command;
import java.util.UUID;

/**
 * Have the provider give back the money of one refund. Sent by the order-worker to itself.
 *
 * @param refundId of the {@link RefundRequested}
 */
public record RefundPayment(UUID orderId, UUID refundId) implements Command {

    @Override
    public String key() {
        return orderId.toString();
    }
}
