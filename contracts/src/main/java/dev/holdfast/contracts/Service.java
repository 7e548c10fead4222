package dev.holdfast.contracts;

import java.util.Arrays;

/** The services of the suite, by the names that queues, routing keys and envelopes carry. */
public enum Service {
    API_GATEWAY("api-gateway"),
    ORDER_WORKER("order-worker"),
    NOTIFICATION_WORKER("notification-worker"),
    SCHEDULER_SERVICE("scheduler-service");

    private final String label;

    Service(String label) {
        this.label = label;
    }

    /** The name as it is written on the wire, for instance {@code order-worker}. */
    public String label() {
        return label;
    }

    /** The envelope's {@code source}, for instance {@code /order-worker}. */
    public String source() {
        return "/" + label;
    }

    /**
     * The service with this name.
     *
     * @throws IllegalArgumentException if there is none; the message lists those there are
     */
    public static Service named(String label) {
        return Arrays.stream(values())
                .filter(service -> service.label.equals(label))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "There is no service '%s'; there are %s."
                                                .formatted(
                                                        label,
                                                        Arrays.stream(values())
                                                                .map(Service::label)
                                                                .toList())));
    }
}
