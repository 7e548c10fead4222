package dev.holdfast.courier.message;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The W3C trace context of the work at hand, and of the message that caused it. */
public final class Trace {

    /**
     * While several messages are handled together: the trace context of each by its message id. No
     * span can be current for all of them.
     */
    static final ScopedValue<Map<UUID, String>> OF_HANDLED = ScopedValue.newInstance();

    private static final TextMapGetter<String> TRACEPARENT =
            new TextMapGetter<>() {
                @Override
                public Iterable<String> keys(String carrier) {
                    return List.of("traceparent");
                }

                @Override
                public String get(String carrier, String key) {
                    return "traceparent".equals(key) ? carrier : null;
                }
            };

    private Trace() {}

    /**
     * The trace context in which a message is written: that of the message which caused it, if
     * several are being handled together, else the {@link #current}.
     *
     * @return a {@code traceparent}; null if nothing is being traced
     */
    public static String of(Cause cause) {
        if (cause.causationId() != null && OF_HANDLED.isBound()) {
            return OF_HANDLED.get().getOrDefault(cause.causationId(), current());
        }
        return current();
    }

    /** The current span as a {@code traceparent}; null if nothing is being traced. */
    public static String current() {
        return of(Span.current().getSpanContext());
    }

    static String of(SpanContext span) {
        if (!span.isValid()) {
            return null;
        }
        return "00-%s-%s-%s"
                .formatted(span.getTraceId(), span.getSpanId(), span.getTraceFlags().asHex());
    }

    /** What a span that goes on with this {@code traceparent} has as its parent. */
    public static Context parent(String traceparent) {
        return W3CTraceContextPropagator.getInstance()
                .extract(Context.root(), traceparent, TRACEPARENT);
    }
}
