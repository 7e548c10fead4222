package dev.holdfast.courier.message;

import io.opentelemetry.api.OpenTelemetry;

/** Processing that nobody traces, for tests without the application. */
public final class NoSpans {

    private NoSpans() {}

    public static ProcessSpans spans() {
        return new ProcessSpans(OpenTelemetry.noop().getTracer("test"), true);
    }
}
