package dev.holdfast.orders.order;

import dev.holdfast.contracts.orders.PricedLine;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** What the catalogue says to the lines of an order. */
public record Quote(List<PricedLine> lines) {

    /** Twelve digits: more than any provider takes, and far from where a {@code long} ends. */
    static final long LARGEST_TOTAL = 999_999_999_999L;

    public Quote {
        lines = List.copyOf(lines);
    }

    /** The sum of the lines in minor units; lines without a price count nothing. */
    public long total() {
        BigInteger sum =
                lines.stream()
                        .filter(line -> line.unitPrice() != null)
                        .map(Quote::amount)
                        .reduce(BigInteger.ZERO, BigInteger::add);
        return sum.min(BigInteger.valueOf(Long.MAX_VALUE)).longValue();
    }

    /** Why no order can be made of it, whatever is in stock; empty if one can. */
    public Optional<Refusal> refusal() {
        for (PricedLine line : lines) {
            if (line.name() == null) {
                return Optional.of(Refusal.unknownSku(line.sku()));
            }
        }
        for (PricedLine line : lines) {
            if (line.unitPrice() == null) {
                return Optional.of(Refusal.noPrice(line.sku()));
            }
        }
        return total() > LARGEST_TOTAL ? Optional.of(Refusal.totalTooLarge()) : Optional.empty();
    }

    private static BigInteger amount(PricedLine line) {
        return BigInteger.valueOf(line.unitPrice()).multiply(BigInteger.valueOf(line.quantity()));
    }
}
