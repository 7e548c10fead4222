package dev.holdfast.auditor.check;

import static dev.holdfast.auditor.check.Finding.Kind.LOST;
import static java.util.stream.Collectors.toSet;

import dev.holdfast.auditor.evidence.Evidence;
import dev.holdfast.auditor.evidence.Message;
import dev.holdfast.auditor.evidence.Timer;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** A timer that is due has fired, and its command was written. */
final class EveryTimerFires implements Check {

    @Override
    public Stream<Finding> findings(Evidence evidence) {
        Set<UUID> written = evidence.messages().stream().map(Message::id).collect(toSet());
        return evidence.timers().stream().flatMap(timer -> finding(timer, evidence, written));
    }

    private static Stream<Finding> finding(Timer timer, Evidence evidence, Set<UUID> written) {
        String subject = "timer " + timer.id();
        if (timer.isPending() && evidence.settled(timer.dueAt())) {
            return Stream.of(
                    new Finding(LOST, subject, "It was due at %s.".formatted(timer.dueAt())));
        }
        boolean fired = timer.state().equals("fired");
        if (fired && !written.contains(timer.commandId()) && inReach(timer, evidence)) {
            return Stream.of(
                    new Finding(
                            LOST,
                            subject,
                            "It fired as %s, which nobody wrote.".formatted(timer.commandId())));
        }
        return Stream.empty();
    }

    /** Outboxes are kept for a shorter time than timers. */
    private static boolean inReach(Timer timer, Evidence evidence) {
        return evidence.messages().stream()
                .anyMatch(message -> message.writtenAt().isBefore(timer.endedAt()));
    }
}
