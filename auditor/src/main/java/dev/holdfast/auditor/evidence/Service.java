package dev.holdfast.auditor.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The services, the schema that each owns, and the topics that each reads. */
public enum Service {
    API_GATEWAY(
            "api-gateway",
            "gateway",
            Set.of("orders", "stock", "notifications", "scheduler", "operations")),
    ORDER_WORKER("order-worker", "orders", Set.of()),
    NOTIFICATION_WORKER("notification-worker", "notifications", Set.of("orders")),
    SCHEDULER_SERVICE("scheduler-service", "scheduler", Set.of());

    private final String label;
    private final String schema;
    private final Set<String> topics;

    Service(String label, String schema, Set<String> topics) {
        this.label = label;
        this.schema = schema;
        this.topics = topics;
    }

    public String label() {
        return label;
    }

    public String schema() {
        return schema;
    }

    /** Who a message is for: one service for a command, all readers of its topic for an event. */
    public static List<Service> receiversOf(Message message) {
        return Arrays.stream(values()).filter(service -> service.receives(message)).toList();
    }

    private boolean receives(Message message) {
        return message.isCommand()
                ? message.address().startsWith(label + ".")
                : topics.stream().map("holdfast."::concat).anyMatch(message.address()::equals);
    }
}
