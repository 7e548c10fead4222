package dev.holdfast.auditor.check;

import static dev.holdfast.auditor.check.Finding.Kind.STUCK;

import dev.holdfast.auditor.evidence.DeadLetter;
import dev.holdfast.auditor.evidence.Evidence;
import dev.holdfast.auditor.evidence.Names;
import dev.holdfast.auditor.evidence.ParkedKey;
import dev.holdfast.auditor.evidence.Queue;
import java.util.stream.Stream;

/** Nothing waits for a person: no dead letter, no parked key, nothing that RabbitMQ gave up on. */
final class NothingIsStuck implements Check {

    @Override
    public Stream<Finding> findings(Evidence evidence) {
        return Stream.of(
                        evidence.deadLetters().stream()
                                .filter(letter -> letter.state().equals("dead"))
                                .map(NothingIsStuck::finding),
                        evidence.parkedKeys().stream().map(NothingIsStuck::finding),
                        evidence.queues().stream()
                                .filter(queue -> isLast(queue) && queue.messages() > 0)
                                .map(NothingIsStuck::finding))
                .flatMap(findings -> findings);
    }

    private static boolean isLast(Queue queue) {
        return queue.name().endsWith(".dead") || queue.name().equals("unroutable");
    }

    private static Finding finding(DeadLetter letter) {
        return new Finding(
                STUCK,
                "dead letter " + letter.id(),
                "%s, message %s, is set aside at %s: %s."
                        .formatted(
                                letter.type() == null ? "It" : Names.ofType(letter.type()),
                                letter.messageId(),
                                letter.service().label(),
                                letter.reason()));
    }

    private static Finding finding(ParkedKey key) {
        return new Finding(
                STUCK,
                "key %s of %s".formatted(key.key(), key.topic()),
                "It is parked at %s with %d messages: %s."
                        .formatted(key.service().label(), key.waiting(), key.reason()));
    }

    private static Finding finding(Queue queue) {
        return new Finding(
                STUCK,
                "queue " + queue.name(),
                "%d messages stand in it.".formatted(queue.messages()));
    }
}
