package dev.holdfast.jobs.retention;

import dev.holdfast.courier.message.Cause;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.jobs.Jobs;
import dev.holdfast.jobs.NewJob;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Has the retention run now and then, one at a time, however many processes the service has. */
@ApplicationScoped
class RetentionTick {

    private final Jobs jobs;
    private final Retention kind;
    private final Retention.Limits limits;

    RetentionTick(
            Jobs jobs,
            Retention kind,
            @ConfigProperty(name = "holdfast.retention.inbox") Duration inbox) {
        this.jobs = jobs;
        this.kind = kind;
        this.limits = new Retention.Limits(inbox);
    }

    @Scheduled(identity = "retention", every = "{holdfast.retention.every}")
    @Transactional
    void enqueue() {
        var story = Cause.begin(MessageIds.next());
        jobs.enqueue(NewJob.of(kind, limits, story).withUniqueKey("retention").withPriority(3));
    }
}
