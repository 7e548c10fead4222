package dev.holdfast.courier.rabbit;

import dev.holdfast.courier.deadletter.Reason;
import java.util.List;
import java.util.Map;

/**
 * Why RabbitMQ set a message aside, by its header {@code x-death}: a list of what happened to the
 * message, the newest first.
 */
record Death(Reason reason, String detail) {

    private static final String HEADER = "x-death";

    /**
     * Reads it.
     *
     * @param headers of the message; null if it has none
     */
    static Death of(Map<String, Object> headers) {
        if (headers != null
                && headers.get(HEADER) instanceof List<?> deaths
                && !deaths.isEmpty()
                && deaths.getFirst() instanceof Map<?, ?> newest) {
            String reason = String.valueOf(newest.get("reason"));
            return new Death(
                    reason(reason),
                    "RabbitMQ gave it up in '%s': %s, %s times."
                            .formatted(newest.get("queue"), reason, newest.get("count")));
        }
        return new Death(Reason.REJECTED, "It was put into the dead queue by hand.");
    }

    private static Reason reason(String reason) {
        return switch (reason) {
            case "delivery_limit" -> Reason.DELIVERY_LIMIT;
            case "expired" -> Reason.EXPIRED;
            case "maxlen" -> Reason.OVERFLOWED;
            default -> Reason.REJECTED;
        };
    }
}
