package dev.holdfast.contracts.orders;

import dev.holdfast.contracts.Command;
import java.util.UUID;

/**
 * Give back what was set aside for an order that will not be delivered.
 *
 * @param paymentId the provider's id of the authorization
 */
public record VoidPayment(UUID orderId, String paymentId) implements Command {

    @Override
    public String key() {
        return orderId.toString();
    }
}
