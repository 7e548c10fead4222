package dev.holdfast.auditor.check;

import static dev.holdfast.auditor.check.Finding.Kind.LOST;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.holdfast.auditor.evidence.DeadLetter;
import dev.holdfast.auditor.evidence.Evidence;
import dev.holdfast.auditor.evidence.Message;
import dev.holdfast.auditor.evidence.Service;
import dev.holdfast.auditor.evidence.Taking;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Both ends of every edge hold the same ids: what a sender wrote, each receiver has taken in or set
 * aside, and what a receiver has taken in, somebody wrote.
 */
final class EveryMessageArrives implements Check {

    @Override
    public Stream<Finding> findings(Evidence evidence) {
        return Stream.concat(notTaken(evidence), notSent(evidence));
    }

    private static Stream<Finding> notTaken(Evidence evidence) {
        Set<Taking> taken = new HashSet<>(evidence.takings());
        Set<UUID> setAside =
                evidence.deadLetters().stream().map(DeadLetter::messageId).collect(toSet());
        return lastCopies(evidence)
                .filter(message -> evidence.settled(message.dueAt()))
                .filter(message -> !setAside.contains(message.id()))
                .flatMap(
                        message ->
                                Service.receiversOf(message).stream()
                                        .filter(to -> !taken.contains(Taking.of(message, to)))
                                        .map(to -> notTaken(message, to)));
    }

    /** A command that is tried again is written again, under the same id. */
    private static Stream<Message> lastCopies(Evidence evidence) {
        return evidence.messages().stream()
                .collect(
                        toMap(
                                Message::id,
                                Function.identity(),
                                BinaryOperator.maxBy(Comparator.comparing(Message::dueAt)),
                                LinkedHashMap::new))
                .values()
                .stream();
    }

    private static Finding notTaken(Message message, Service receiver) {
        return new Finding(
                LOST,
                "message " + message.id(),
                "%s of %s was written by %s at %s and never taken in by %s."
                        .formatted(
                                message.name(),
                                message.key(),
                                message.sender().label(),
                                message.writtenAt(),
                                receiver.label()));
    }

    /** Only as far back as outboxes reach: they are kept for a shorter time than inboxes. */
    private static Stream<Finding> notSent(Evidence evidence) {
        Map<UUID, Instant> sent =
                evidence.messages().stream()
                        .collect(toMap(Message::id, Message::writtenAt, (first, _) -> first));
        Instant known = sent.values().stream().min(Comparator.naturalOrder()).orElse(Instant.MAX);
        return evidence.takings().stream()
                .filter(taking -> !sent.containsKey(taking.messageId()))
                .filter(taking -> madeAt(taking.messageId()).isAfter(known))
                .map(
                        taking ->
                                new Finding(
                                        LOST,
                                        "message " + taking.messageId(),
                                        "Taken in by %s, but no sender has it: was a database restored?"
                                                .formatted(taking.receiver().label())));
    }

    private static Instant madeAt(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }
}
