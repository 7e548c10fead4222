package dev.holdfast.courier.relay;

import dev.holdfast.courier.message.Trace;
import dev.holdfast.courier.outbox.Broker;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A span for each message that is sent, child of the span in which it was written: in the trace of
 * an order one sees how long each message waited. Names and attributes follow OpenTelemetry's
 * semantic conventions for messaging.
 */
@ApplicationScoped
class SendSpans {

    private static final String SAMPLED = "-01";

    private final Tracer tracer;
    private final boolean off;

    SendSpans(
            Tracer tracer,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled", defaultValue = "false")
                    boolean off) {
        this.tracer = tracer;
        this.off = off;
    }

    /** Begins the spans of the messages that are traced; without tracing it costs nothing. */
    List<Span> begin(Feed feed, List<Outgoing> page) {
        if (off) {
            return List.of();
        }
        return page.stream().map(message -> begin(feed, message)).filter(Objects::nonNull).toList();
    }

    /** Ends the spans of a page that was confirmed. */
    static void sent(List<Span> spans) {
        spans.forEach(Span::end);
    }

    /** Ends the spans of a page that was not. */
    static void notSent(List<Span> spans, String reason) {
        for (Span span : spans) {
            span.setStatus(StatusCode.ERROR, reason);
            span.end();
        }
    }

    private Span begin(Feed feed, Outgoing message) {
        var envelope = message.envelope();
        if (envelope.traceparent() == null || !envelope.traceparent().endsWith(SAMPLED)) {
            return null;
        }
        boolean rabbit = feed.broker() == Broker.RABBITMQ;
        String destination = rabbit ? message.exchange() : message.address();
        return tracer.spanBuilder("send " + destination)
                .setParent(Trace.parent(envelope.traceparent()))
                .setSpanKind(SpanKind.PRODUCER)
                .setAttribute("messaging.system", rabbit ? "rabbitmq" : "kafka")
                .setAttribute("messaging.operation.type", "send")
                .setAttribute("messaging.operation.name", "send")
                .setAttribute("messaging.destination.name", destination)
                .setAttribute("messaging.message.id", envelope.id().toString())
                .setAttribute("holdfast.type", envelope.type())
                .startSpan();
    }
}
