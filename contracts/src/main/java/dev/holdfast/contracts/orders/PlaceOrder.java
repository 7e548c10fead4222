package dev.holdfast.contracts.orders;

import dev.holdfast.contracts.Command;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Take an order: price it, reserve its stock, ask for its payment.
 *
 * @param orderId chosen by the gateway; placing the same id again changes nothing
 * @param reference the client's own name for the order
 * @param currency ISO 4217
 * @param paymentMethod of the payment provider, for instance {@code pm_card_visa}
 * @param acceptedAt when the client was told that the order is accepted
 */
public record PlaceOrder(
        UUID orderId,
        String reference,
        Customer customer,
        String currency,
        List<RequestedLine> lines,
        String paymentMethod,
        Instant acceptedAt)
        implements Command {

    @Override
    public String key() {
        return orderId.toString();
    }
}
