package dev.holdfast.auditor.check;

import static dev.holdfast.auditor.check.Finding.Kind.DOUBLED;
import static java.util.stream.Collectors.groupingBy;

import dev.holdfast.auditor.evidence.Evidence;
import dev.holdfast.auditor.evidence.Message;
import dev.holdfast.auditor.evidence.Names;
import dev.holdfast.auditor.evidence.Payment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Promise 2. Whoever handles a message writes what follows from it once: two messages of one type,
 * for one key, from one cause mean that it was handled twice. An order ends once, and a customer is
 * charged for it once.
 */
final class EffectsHappenOnce implements Check {

    private static final Set<String> ENDINGS =
            Set.of("OrderConfirmed", "OrderRejected", "OrderDeclined", "OrderExpired");

    /** A message that was set aside, tried again and set aside again is told of each time. */
    private static final String SET_ASIDE = "DeadLetter";

    @Override
    public Stream<Finding> findings(Evidence evidence) {
        return Stream.of(followed(evidence), ended(evidence), charged(evidence)).flatMap(s -> s);
    }

    private record Effect(String sender, UUID cause, String type, String key) {}

    private static Stream<Finding> followed(Evidence evidence) {
        Map<Effect, List<Message>> effects =
                evidence.messages().stream()
                        .filter(message -> message.cause() != null)
                        .filter(message -> !message.name().startsWith(SET_ASIDE))
                        .collect(
                                groupingBy(
                                        EffectsHappenOnce::effect,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        return effects.entrySet().stream()
                .filter(entry -> distinct(entry.getValue()) > 1)
                .map(entry -> followed(entry.getKey(), distinct(entry.getValue())));
    }

    private static Effect effect(Message message) {
        return new Effect(message.sender().label(), message.cause(), message.type(), message.key());
    }

    /** Copies that are tried again keep their id. */
    private static long distinct(List<Message> messages) {
        return messages.stream().map(Message::id).distinct().count();
    }

    private static Finding followed(Effect effect, long times) {
        return new Finding(
                DOUBLED,
                "message " + effect.cause(),
                "%s handled it %d times: that many %s of %s followed from it."
                        .formatted(
                                effect.sender(), times, Names.ofType(effect.type()), effect.key()));
    }

    private static Stream<Finding> ended(Evidence evidence) {
        Map<String, List<String>> endings =
                evidence.messages().stream()
                        .filter(message -> ENDINGS.contains(message.name()))
                        .collect(
                                groupingBy(
                                        Message::key,
                                        LinkedHashMap::new,
                                        Collectors.mapping(Message::name, Collectors.toList())));
        return endings.entrySet().stream()
                .filter(order -> order.getValue().size() > 1)
                .map(
                        order ->
                                new Finding(
                                        DOUBLED,
                                        "order " + order.getKey(),
                                        "It ended more than once: %s."
                                                .formatted(String.join(", ", order.getValue()))));
    }

    private static Stream<Finding> charged(Evidence evidence) {
        Map<String, List<Payment>> payments =
                evidence.payments().stream()
                        .filter(payment -> payment.orderId() != null)
                        .collect(
                                groupingBy(
                                        Payment::orderId, LinkedHashMap::new, Collectors.toList()));
        return payments.entrySet().stream()
                .filter(order -> order.getValue().size() > 1)
                .map(
                        order ->
                                new Finding(
                                        DOUBLED,
                                        "order " + order.getKey(),
                                        "The provider was asked for %d payments of it, and %d hold money."
                                                .formatted(
                                                        order.getValue().size(),
                                                        order.getValue().stream()
                                                                .filter(Payment::live)
                                                                .count())));
    }
}
