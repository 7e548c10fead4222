package dev.holdfast.courier.outbox;

/** Which broker a row leaves through. */
public enum Broker {
    RABBITMQ(1),
    KAFKA(2);

    private final int code;

    Broker(int code) {
        this.code = code;
    }

    /** As the column {@code outbox.broker} has it. */
    int code() {
        return code;
    }
}
