package dev.holdfast.courier.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProcessSpansTest {

    private static final String TRACE_A = "0af7651916cd43dd8448eb211c80319c";
    private static final String TRACE_B = "1bf7651916cd43dd8448eb211c80319d";

    private final List<SpanData> ended = new ArrayList<>();
    private final SdkTracerProvider provider =
            SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(new Kept()))
                    .build();
    private final ProcessSpans spans = new ProcessSpans(provider.get("test"), false);

    @Test
    void oneMessageIsProcessedInAChildOfWhatWroteIt() {
        Envelope message = message(TRACE_A);
        List<String> written = new ArrayList<>();
        spans.process("queue", List.of(message), () -> written.add(writtenBecauseOf(message)));
        SpanData span = ended.getFirst();
        assertEquals("process queue", span.getName());
        assertEquals(TRACE_A, span.getTraceId());
        assertEquals("b7ad6b7169203331", span.getParentSpanId());
        assertEquals("00-%s-%s-01".formatted(TRACE_A, span.getSpanId()), written.getFirst());
    }

    @Test
    void whatIsWrittenForAMessageOfABatchGoesOnWithItsOwnTrace() {
        Envelope a = message(TRACE_A);
        Envelope b = message(TRACE_B);
        List<String> written = new ArrayList<>();
        spans.process(
                "queue",
                List.of(a, b),
                () -> {
                    written.add(writtenBecauseOf(b));
                    written.add(writtenBecauseOf(a));
                });
        assertTrue(written.getFirst().contains(TRACE_B));
        assertTrue(written.getLast().contains(TRACE_A));
        SpanData batch =
                ended.stream().filter(span -> span.getName().endsWith("batch")).findFirst().get();
        assertEquals(
                List.of(TRACE_A, TRACE_B),
                batch.getLinks().stream()
                        .map(LinkData::getSpanContext)
                        .map(context -> context.getTraceId())
                        .toList());
        assertEquals(3, ended.size());
    }

    @Test
    void aFailureIsSeenInTheSpanAndAfterwardsNothingIsCurrent() {
        try {
            spans.process(
                    "queue",
                    List.of(message(TRACE_A)),
                    () -> {
                        throw new IllegalStateException("no");
                    });
        } catch (IllegalStateException expected) {
            assertEquals("no", expected.getMessage());
        }
        assertEquals(StatusCode.ERROR, ended.getFirst().getStatus().getStatusCode());
        assertNull(Trace.current());
    }

    @Test
    void switchedOffItOnlyRunsTheWork() {
        List<String> written = new ArrayList<>();
        Envelope message = message(TRACE_A);
        new ProcessSpans(provider.get("test"), true)
                .process("queue", List.of(message), () -> written.add(writtenBecauseOf(message)));
        assertNull(written.getFirst());
        assertEquals(List.of(), ended);
    }

    private static String writtenBecauseOf(Envelope message) {
        return Trace.of(Cause.of(message));
    }

    private static Envelope message(String trace) {
        UUID id = MessageIds.next();
        String traceparent = "00-%s-b7ad6b7169203331-01".formatted(trace);
        return new Envelope(id, "t", "/s", "k", null, Instant.now(), id, null, traceparent);
    }

    private final class Kept implements SpanExporter {

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            ended.addAll(spans);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
