package dev.holdfast.jobs.redrive;

import dev.holdfast.courier.failpoint.Failpoint;
import dev.holdfast.courier.redrive.Redrives;
import dev.holdfast.jobs.JobKind;
import dev.holdfast.jobs.RunningJob;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * The built-in job that sends dead letters again, at the rate that was asked for.
 *
 * <p><b>Guarantee.</b> How far it has come stands in the redrive's row, moved on in the transaction
 * of each step, and the job's lease is checked in the same one. Killed between any two lines it
 * goes on behind the last step that was committed, in whatever process. A worker that was paused
 * and presumed dead commits nothing more. Steps are never larger than what the rate lets through in
 * a second; who takes over begins with an empty bucket.
 */
@ApplicationScoped
public class RedriveJob implements JobKind<RedriveJob.Input> {

    private static final int LARGEST_STEP = 100;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Redrives redrives;

    RedriveJob(Redrives redrives) {
        this.redrives = redrives;
    }

    /** Which redrive. */
    @RegisterForReflection
    public record Input(UUID redriveId, int ratePerSecond) {}

    /** How far this job has come; where it goes on, the redrive's own row says. */
    @RegisterForReflection
    record Progress(long letters) {}

    @Override
    public String name() {
        return "redrive";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    /** A redrive is never given up: it ends when it is done or canceled. */
    @Override
    public int maxAttempts() {
        return Short.MAX_VALUE;
    }

    /** At one letter in a second it may well take days. */
    @Override
    public Duration deadline() {
        return Duration.ofDays(30);
    }

    @Override
    public void run(RunningJob<Input> job) throws InterruptedException {
        var bucket = new TokenBucket(job.input().ratePerSecond(), System.nanoTime());
        long done = job.checkpoint(Progress.class).map(Progress::letters).orElse(0L);
        while (true) {
            int allowed = Math.min(LARGEST_STEP, bucket.available(System.nanoTime()));
            if (allowed == 0) {
                job.goOn();
                Thread.sleep(BETWEEN_LOOKS);
                continue;
            }
            OptionalInt step = step(job, allowed, done);
            if (step.isEmpty()) {
                return;
            }
            Failpoint.at("redrive.committed");
            bucket.take(step.getAsInt());
            done += step.getAsInt();
        }
    }

    private OptionalInt step(RunningJob<Input> job, int atMost, long done) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            var step = redrives.step(job.input().redriveId(), atMost);
                            step.ifPresent(letters -> job.checkpoint(new Progress(done + letters)));
                            return step;
                        });
    }
}
