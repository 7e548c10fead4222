package dev.holdfast.contracts.orders;

import dev.holdfast.contracts.Command;
import java.util.List;
import java.util.UUID;

/**
 * A parcel has left. The first one of an order has its payment captured.
 *
 * @param lines what is in it; empty for everything that has not been shipped yet
 * @param trackingNumber of the carrier; may be null
 */
public record ShipOrder(UUID orderId, List<RequestedLine> lines, String trackingNumber)
        implements Command {

    @Override
    public String key() {
        return orderId.toString();
    }
}
