package dev.holdfast.courier.deadletter;

import dev.holdfast.courier.deadletter.Findings.Finding;
import dev.holdfast.courier.deadletter.Findings.What;
import dev.holdfast.courier.retry.Classify;
import dev.holdfast.courier.retry.FailureClass;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Looks what has become of dead letters: which have been resolved, which were sent again and never
 * heard of, and which parked keys have become one.
 *
 * <p><b>Guarantee.</b> A letter is resolved only by what stands in the database: its message in the
 * inbox, its record out of the line, its copy behind the relay's cursor. So nobody has to tell, and
 * nothing that is told can be lost; killed anywhere, the next look finds the same. Replicas may
 * look at the same time: a letter is moved on by one of them.
 */
@ApplicationScoped
class DeadLetterWatch {

    private static final Logger LOG = Logger.getLogger(DeadLetterWatch.class);

    private final Findings findings;
    private final GivenUpKeys givenUp;
    private final DeadLetters deadLetters;
    private final LetterLife life;
    private final Unanswered unanswered;
    private final Duration answerWithin;

    DeadLetterWatch(
            Findings findings,
            GivenUpKeys givenUp,
            DeadLetters deadLetters,
            LetterLife life,
            Unanswered unanswered,
            @ConfigProperty(name = "holdfast.deadletters.answer-within") Duration answerWithin) {
        this.findings = findings;
        this.givenUp = givenUp;
        this.deadLetters = deadLetters;
        this.life = life;
        this.unanswered = unanswered;
        this.answerWithin = answerWithin;
    }

    @Scheduled(
            every = "{holdfast.deadletters.watch-every}",
            identity = "dead-letters",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void tick() {
        try {
            look();
        } catch (RuntimeException e) {
            if (Classify.of(e) != FailureClass.DATABASE_DOWN) {
                throw e;
            }
            LOG.debugf("Dead letters are left alone: %s", e.getMessage());
        }
    }

    /** One look. */
    void look() {
        findings.ask(answerWithin).stream()
                .collect(
                        Collectors.groupingBy(
                                Finding::what,
                                Collectors.mapping(Finding::id, Collectors.toList())))
                .forEach(this::conclude);
        for (DeadLetter letter : givenUp.find()) {
            QuarkusTransaction.requiringNew().run(() -> deadLetters.record(letter));
        }
    }

    private void conclude(What what, List<UUID> ids) {
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            switch (what) {
                                case HANDLED -> resolve(ids, Resolution.HANDLED);
                                case SENT -> resolve(ids, Resolution.SENT);
                                case DRAINED -> resolve(ids, Resolution.DRAINED);
                                case UNANSWERED -> unanswered.dead(ids, answerWithin);
                            }
                        });
    }

    private void resolve(List<UUID> ids, Resolution how) {
        int resolved = life.resolved(ids, how);
        LOG.infof("%d dead letters are resolved: %s.", resolved, how.label());
    }
}
