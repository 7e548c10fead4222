package dev.holdfast.jobs.runner;

import dev.holdfast.courier.message.Trace;
import dev.holdfast.jobs.lease.LeasedJob;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** The spans in which jobs run: each a child of the span that enqueued the job. */
@ApplicationScoped
class JobSpans {

    private final Tracer tracer;

    JobSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    Verdict within(LeasedJob job, Supplier<Verdict> work) {
        var builder =
                tracer.spanBuilder("run " + job.kind())
                        .setAttribute("holdfast.job.id", job.id().toString())
                        .setAttribute("holdfast.job.attempt", job.attempt());
        if (job.traceparent() != null) {
            builder.setParent(Trace.parent(job.traceparent()));
        }
        Span span = builder.startSpan();
        try (Scope _ = span.makeCurrent()) {
            Verdict verdict = work.get();
            if (verdict instanceof Verdict.Failed || verdict instanceof Verdict.Retry) {
                span.setStatus(StatusCode.ERROR, verdict.label());
            }
            return verdict;
        } finally {
            span.end();
        }
    }
}
