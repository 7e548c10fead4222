package dev.holdfast.contracts.orders;

import java.util.List;
import java.util.UUID;

/**
 * A parcel has left; what is in it is no longer in stock.
 *
 * @param shipmentId the id of the command that told of it
 * @param trackingNumber of the carrier; may be null
 * @param complete whether nothing is left to ship
 */
public record OrderShipped(
        UUID orderId,
        UUID shipmentId,
        List<RequestedLine> lines,
        String trackingNumber,
        boolean complete)
        implements OrderEvent {}
