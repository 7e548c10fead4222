package dev.holdfast.contracts.orders;

import java.util.List;
import java.util.UUID;

/**
 * What had not been shipped will not be; its stock is free again.
 *
 * @param reason in the words of who canceled; may be null
 * @param lines what will not be shipped
 * @param amount what these lines cost, in minor units
 */
public record RestCanceled(UUID orderId, String reason, List<RequestedLine> lines, long amount)
        implements OrderEvent {}
