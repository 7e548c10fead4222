package dev.holdfast.orders.order;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What became of the money that was set aside for an order, in minor units.
 *
 * <p>Until it is captured, all of it is open; then what is not refunded is kept. It is captured as
 * a whole, with the first parcel: a provider captures once, and releases what is left over.
 *
 * @param refunds those asked for, in that order
 */
public record Money(Payment payment, boolean taken, List<Refund> refunds) {

    /**
     * Money on its way back, or there.
     *
     * @param paid whether the provider has given it back
     */
    public record Refund(UUID id, long amount, boolean paid) {}

    public Money {
        refunds = List.copyOf(refunds);
    }

    static Money of(Payment payment) {
        return new Money(payment, false, List.of());
    }

    public long open() {
        return taken ? 0 : payment.amount();
    }

    public long captured() {
        return taken ? payment.amount() : 0;
    }

    /** What the provider has given back. */
    public long refunded() {
        return refunds.stream().filter(Refund::paid).mapToLong(Refund::amount).sum();
    }

    public long kept() {
        return captured() - refunded();
    }

    /** What may still be asked back. */
    public long refundable() {
        return captured() - refunds.stream().mapToLong(Refund::amount).sum();
    }

    boolean knows(UUID refundId) {
        return refunds.stream().anyMatch(refund -> refund.id().equals(refundId));
    }

    /** The refund that was asked for and has not been paid; null if there is none. */
    public Refund pending(UUID refundId) {
        return refunds.stream()
                .filter(refund -> refund.id().equals(refundId) && !refund.paid())
                .findFirst()
                .orElse(null);
    }

    Money capture() {
        return new Money(payment, true, refunds);
    }

    Money owing(UUID refundId, long amount) {
        var owed = new Refund(refundId, amount, false);
        return new Money(payment, taken, Stream.concat(refunds.stream(), Stream.of(owed)).toList());
    }

    Money refunded(UUID refundId) {
        return new Money(
                payment,
                taken,
                refunds.stream()
                        .map(
                                r ->
                                        r.id().equals(refundId)
                                                ? new Refund(r.id(), r.amount(), true)
                                                : r)
                        .toList());
    }
}
