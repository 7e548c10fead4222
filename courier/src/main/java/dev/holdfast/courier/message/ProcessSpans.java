package dev.holdfast.courier.message;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The spans in which messages are processed: each a child of the span that wrote the message, so
 * that an order is one trace. What OpenTelemetry has to say about messaging is still in the making;
 * its names stand here and nowhere else.
 */
@ApplicationScoped
public class ProcessSpans {

    private final Tracer tracer;
    private final boolean off;

    ProcessSpans(
            Tracer tracer,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled", defaultValue = "false")
                    boolean off) {
        this.tracer = tracer;
        this.off = off;
    }

    /**
     * Processes messages of one destination. A single message's span is the current one meanwhile;
     * several messages have a span each, linked from the current one of their batch.
     */
    public void process(String destination, List<Envelope> messages, Runnable work) {
        if (off || messages.isEmpty()) {
            work.run();
        } else if (messages.size() == 1) {
            within(span(destination, messages.getFirst()).startSpan(), work);
        } else {
            together(destination, messages, work);
        }
    }

    private void together(String destination, List<Envelope> messages, Runnable work) {
        SpanBuilder batch =
                tracer.spanBuilder("process " + destination + " batch")
                        .setSpanKind(SpanKind.CONSUMER)
                        .setNoParent()
                        .setAttribute("messaging.batch.message_count", messages.size());
        List<Span> spans = new ArrayList<>(messages.size());
        Map<UUID, String> contexts = HashMap.newHashMap(messages.size());
        for (Envelope message : messages) {
            Span span = span(destination, message).startSpan();
            batch.addLink(span.getSpanContext());
            spans.add(span);
            contexts.put(message.id(), Trace.of(span.getSpanContext()));
        }
        try {
            ScopedValue.where(Trace.OF_HANDLED, contexts)
                    .run(() -> within(batch.startSpan(), work));
        } finally {
            spans.forEach(Span::end);
        }
    }

    private static void within(Span span, Runnable work) {
        try (Scope _ = span.makeCurrent()) {
            work.run();
        } catch (RuntimeException e) {
            span.setStatus(StatusCode.ERROR, e.getClass().getSimpleName());
            throw e;
        } finally {
            span.end();
        }
    }

    private SpanBuilder span(String destination, Envelope message) {
        return tracer.spanBuilder("process " + destination)
                .setSpanKind(SpanKind.CONSUMER)
                .setParent(Trace.parent(message.traceparent()))
                .setAttribute("messaging.operation.type", "process")
                .setAttribute("messaging.operation.name", "process")
                .setAttribute("messaging.destination.name", destination)
                .setAttribute("messaging.message.id", message.id().toString())
                .setAttribute("holdfast.type", message.type());
    }
}
