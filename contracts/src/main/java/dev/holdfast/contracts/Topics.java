package dev.holdfast.contracts;

import java.util.List;

/** The Kafka topics, each keyed by the subject of its events. */
public final class Topics {

    public static final String ORDERS = "holdfast.orders";
    public static final String STOCK = "holdfast.stock";
    public static final String NOTIFICATIONS = "holdfast.notifications";
    public static final String SCHEDULER = "holdfast.scheduler";
    public static final String OPERATIONS = "holdfast.operations";

    public static final List<String> ALL =
            List.of(ORDERS, STOCK, NOTIFICATIONS, SCHEDULER, OPERATIONS);

    private Topics() {}
}
