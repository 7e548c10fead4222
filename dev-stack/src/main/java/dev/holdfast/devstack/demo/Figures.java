package dev.holdfast.devstack.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Where the run's orders stand, all of it read from the API. */
record Figures(List<PlacedOrder> orders, List<Notice> notices) {

    static Figures read(Api api, RunId run) {
        String prefix = run.referencePrefix() + "*";
        String[] query = {"reference", prefix, "limit", "200"};
        // First the mails: so there is never one of an order that is not listed yet.
        var notices = api.all("/v1/notifications", query).stream().map(Notice::of).toList();
        var orders = api.all("/v1/orders", query).stream().map(PlacedOrder::of).toList();
        return new Figures(orders, notices);
    }

    int accepted() {
        return orders.size();
    }

    long in(String status) {
        return orders.stream().filter(order -> order.status().equals(status)).count();
    }

    long settled() {
        return orders.stream().filter(PlacedOrder::isSettled).count();
    }

    /** How many orders stand there for which reason. */
    Map<String, Long> reasons(String status) {
        return orders.stream()
                .filter(order -> order.status().equals(status))
                .collect(
                        groupingBy(
                                order -> Optional.ofNullable(order.reason()).orElse("no reason"),
                                TreeMap::new,
                                counting()));
    }

    /** How many mails of each kind went out. */
    Map<String, Long> mailsByKind() {
        return notices.stream()
                .filter(Notice::isSent)
                .collect(groupingBy(Notice::kind, TreeMap::new, counting()));
    }

    long mailsSent() {
        return notices.stream().filter(Notice::isSent).count();
    }

    /** Of these orders, how many are not at their end, or have not been told of. */
    long unfinished(Set<String> ids) {
        Set<String> told =
                notices.stream().filter(Notice::isSettled).map(Notice::orderId).collect(toSet());
        Set<String> finished =
                orders.stream()
                        .filter(PlacedOrder::isSettled)
                        .map(PlacedOrder::id)
                        .filter(told::contains)
                        .collect(toSet());
        return ids.stream().filter(id -> !finished.contains(id)).count();
    }

    /** The time within which this share of the confirmed orders was confirmed. */
    Optional<Duration> timeToConfirmed(double share) {
        List<Duration> times =
                orders.stream()
                        .filter(PlacedOrder::isConfirmed)
                        .map(PlacedOrder::timeToConfirmed)
                        .sorted()
                        .toList();
        return times.isEmpty()
                ? Optional.empty()
                : Optional.of(times.get((int) Math.ceil(share * times.size()) - 1));
    }

    /** A confirmed order of several lines, to be looked at more closely. */
    Optional<PlacedOrder> specimen() {
        return orders.stream()
                .filter(PlacedOrder::isConfirmed)
                .filter(order -> order.lines() > 2)
                .findFirst()
                .or(() -> orders.stream().filter(PlacedOrder::isSettled).findFirst());
    }
}
