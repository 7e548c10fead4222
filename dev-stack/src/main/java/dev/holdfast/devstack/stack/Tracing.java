package dev.holdfast.devstack.stack;

import dev.holdfast.devstack.folder.Remembered;
import dev.holdfast.devstack.folder.StateFolder;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Where the services send their traces, if anywhere. */
public final class Tracing {

    private static final String ENDPOINT = "otlp";

    private final Remembered remembered;

    Tracing(StateFolder folder) {
        this.remembered = folder.remembered("tracing");
    }

    /** From now on, also at the next start, traces go there; with empty, nowhere. */
    public void sendTo(Optional<URI> endpoint) {
        remembered.put(ENDPOINT, endpoint.map(URI::toString).orElse(""));
    }

    Map<String, String> settings() {
        return remembered
                .get(ENDPOINT)
                .filter(endpoint -> !endpoint.isEmpty())
                .map(Tracing::switchedOn)
                .orElse(Map.of());
    }

    private static Map<String, String> switchedOn(String endpoint) {
        return Map.of(
                "quarkus.otel.sdk.disabled",
                "false",
                "quarkus.otel.exporter.otlp.endpoint",
                endpoint);
    }
}
