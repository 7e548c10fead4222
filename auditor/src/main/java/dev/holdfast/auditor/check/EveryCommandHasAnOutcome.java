package dev.holdfast.auditor.check;

import static dev.holdfast.auditor.check.Finding.Kind.LOST;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.holdfast.auditor.evidence.Acceptance;
import dev.holdfast.auditor.evidence.Evidence;
import dev.holdfast.auditor.evidence.Message;
import dev.holdfast.auditor.evidence.Names;
import dev.holdfast.auditor.evidence.Order;
import dev.holdfast.auditor.evidence.Timer;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Promise 1: what was accepted comes to an end. A command that waits in a retry tier, and an order
 * whose timer has not fired yet, still have time.
 */
final class EveryCommandHasAnOutcome implements Check {

    @Override
    public Stream<Finding> findings(Evidence evidence) {
        return Stream.concat(unanswered(evidence), open(evidence));
    }

    private static Stream<Finding> unanswered(Evidence evidence) {
        Map<UUID, Instant> due =
                evidence.messages().stream()
                        .collect(
                                toMap(
                                        Message::id,
                                        Message::dueAt,
                                        EveryCommandHasAnOutcome::later));
        return evidence.acceptances().stream()
                .filter(command -> command.outcome() == null)
                .filter(
                        command ->
                                evidence.settled(
                                        due.getOrDefault(
                                                command.commandId(), command.acceptedAt())))
                .map(EveryCommandHasAnOutcome::unanswered);
    }

    private static Finding unanswered(Acceptance command) {
        return new Finding(
                LOST,
                "command " + command.commandId(),
                "%s for %s was accepted at %s and has no outcome."
                        .formatted(
                                Names.ofType(command.type()),
                                command.subject(),
                                command.acceptedAt()));
    }

    private static Stream<Finding> open(Evidence evidence) {
        Map<UUID, Order> orders =
                evidence.orders().stream().collect(toMap(Order::id, Function.identity()));
        Set<String> pending =
                evidence.timers().stream()
                        .filter(Timer::isPending)
                        .filter(timer -> !evidence.settled(timer.dueAt()))
                        .map(Timer::id)
                        .collect(toSet());
        return evidence.acceptances().stream()
                .filter(command -> Names.ofType(command.type()).equals("PlaceOrder"))
                .filter(command -> evidence.settled(command.acceptedAt()))
                .filter(command -> !pending.contains("payment:" + command.subject()))
                .filter(command -> !"dead".equals(command.outcome()))
                .flatMap(command -> open(command, orders.get(UUID.fromString(command.subject()))));
    }

    private static Stream<Finding> open(Acceptance command, Order order) {
        if (order == null) {
            return command.outcome() == null
                    ? Stream.empty()
                    : Stream.of(
                            new Finding(
                                    LOST,
                                    "order " + command.subject(),
                                    "Its command is '%s', but it does not exist."
                                            .formatted(command.outcome())));
        }
        return order.isOpen()
                ? Stream.of(
                        new Finding(
                                LOST,
                                "order " + order.id(),
                                "Accepted at %s, it is still '%s', and no timer will end it."
                                        .formatted(command.acceptedAt(), order.status())))
                : Stream.empty();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
