package dev.holdfast.contracts.orders;

import dev.holdfast.contracts.Command;
import java.util.UUID;

/**
 * Give back what was set aside for an order that will not be delivered.
 *
 * @param paymentId the provider's id of the authorization; null if it is not known whether there is
 *     one, as when the order expired before the provider answered
 */
public record VoidPayment(UUID orderId, String paymentId) implements Command {

    @Override
    public String key() {
        return orderId.toString();
    }
}
