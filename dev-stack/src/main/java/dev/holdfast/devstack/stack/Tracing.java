package dev.holdfast.devstack.stack;

import dev.holdfast.devstack.folder.Remembered;
import dev.holdfast.devstack.folder.StateFolder;
import java.net.URI;
import java.util.Map;

/** Where the services send their traces, if anywhere. */
public final class Tracing {

    private static final String ENDPOINT = "otlp";

    private final Remembered remembered;

    Tracing(StateFolder folder) {
        this.remembered = folder.remembered("tracing");
    }

    /** From now on traces go there, until the stack is down. */
    public void sendTo(URI endpoint) {
        remembered.put(ENDPOINT, endpoint.toString());
    }

    /** From now on traces go nowhere. */
    void forget() {
        if (remembered.get(ENDPOINT).isPresent()) {
            remembered.put(ENDPOINT, "");
        }
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
