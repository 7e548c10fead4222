package dev.holdfast.auditor.check;

import static dev.holdfast.auditor.check.Finding.Kind.UNBALANCED;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.holdfast.auditor.evidence.Evidence;
import dev.holdfast.auditor.evidence.Message;
import dev.holdfast.auditor.evidence.Order;
import dev.holdfast.auditor.evidence.Payment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The provider holds money for an order if and only if the order says so, and as much as it costs.
 */
final class MoneyAddsUp implements Check {

    @Override
    public Stream<Finding> findings(Evidence evidence) {
        return Stream.concat(ofOrders(evidence), ofNobody(evidence));
    }

    private static Stream<Finding> ofOrders(Evidence evidence) {
        Map<String, Instant> changed =
                evidence.messages().stream()
                        .collect(
                                toMap(
                                        Message::key,
                                        Message::dueAt,
                                        (one, other) -> one.isAfter(other) ? one : other));
        Map<String, List<Payment>> live =
                evidence.payments().stream()
                        .filter(payment -> payment.live() && payment.orderId() != null)
                        .collect(groupingBy(Payment::orderId));
        return evidence.orders().stream()
                .filter(order -> order.isWhole() && !order.isOpen())
                .filter(
                        order ->
                                evidence.settled(
                                        changed.getOrDefault(order.id().toString(), Instant.MIN)))
                .flatMap(
                        order ->
                                finding(
                                        order,
                                        live.getOrDefault(order.id().toString(), List.of())));
    }

    private static Stream<Finding> finding(Order order, List<Payment> live) {
        long set = live.stream().mapToLong(Payment::amount).sum();
        boolean sameCurrency =
                live.stream().allMatch(p -> p.currency().equalsIgnoreCase(order.currency()));
        long should = order.holdsMoney() ? order.total() : 0;
        return set == should && sameCurrency
                ? Stream.empty()
                : Stream.of(
                        new Finding(
                                UNBALANCED,
                                "order " + order.id(),
                                "It is '%s', so %d %s should be set aside; the provider holds %s."
                                        .formatted(
                                                order.status(),
                                                should,
                                                order.currency(),
                                                held(live))));
    }

    private static String held(List<Payment> live) {
        return live.isEmpty()
                ? "nothing"
                : String.join(
                        " and ",
                        live.stream()
                                .map(p -> "%d %s (%s)".formatted(p.amount(), p.currency(), p.id()))
                                .toList());
    }

    /** An order can be missing only from a database older than the books. */
    private static Stream<Finding> ofNobody(Evidence evidence) {
        Set<String> known =
                evidence.orders().stream().map(order -> order.id().toString()).collect(toSet());
        return evidence.payments().stream()
                .filter(payment -> payment.live() && payment.orderId() != null)
                .filter(payment -> !known.contains(payment.orderId()))
                .filter(payment -> evidence.settled(madeAt(payment)))
                .map(
                        payment ->
                                new Finding(
                                        UNBALANCED,
                                        "payment " + payment.id(),
                                        "It holds %d %s for order %s, which does not exist."
                                                .formatted(
                                                        payment.amount(),
                                                        payment.currency(),
                                                        payment.orderId())));
    }

    private static Instant madeAt(Payment payment) {
        return Instant.ofEpochMilli(
                UUID.fromString(payment.orderId()).getMostSignificantBits() >>> 16);
    }
}
