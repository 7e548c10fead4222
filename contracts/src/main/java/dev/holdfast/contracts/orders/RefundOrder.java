package dev.holdfast.contracts.orders;

import dev.holdfast.contracts.Command;
import java.util.List;
import java.util.UUID;

/**
 * Give money back: an amount, or what these lines cost, or, if neither is said, all that is left.
 *
 * @param amount in minor units; null if not said
 * @param lines whose price is given back; empty if not said
 * @param reason why, in the words of who refunds; may be null
 */
public record RefundOrder(UUID orderId, Long amount, List<RequestedLine> lines, String reason)
        implements Command {

    @Override
    public String key() {
        return orderId.toString();
    }
}
