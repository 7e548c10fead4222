package dev.holdfast.contracts.orders;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An order was taken and priced.
 *
 * @param total the sum of its lines in minor units; lines without a price count nothing
 * @param acceptedAt when the client was told that the order is accepted
 */
public record OrderPlaced(
        UUID orderId,
        String reference,
        Customer customer,
        String currency,
        List<PricedLine> lines,
        long total,
        String paymentMethod,
        Instant acceptedAt)
        implements OrderEvent {}
