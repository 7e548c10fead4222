package dev.holdfast.courier.message;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * An {@link Envelope} as message headers: the CloudEvents Kafka binding in binary mode ({@code
 * ce_*}). AMQP 0-9-1 has no binding of its own, so RabbitMQ's messages carry the same headers.
 */
public final class CloudEventHeaders {

    private static final String ID = "ce_id";
    private static final String TYPE = "ce_type";
    private static final String SOURCE = "ce_source";
    private static final String SUBJECT = "ce_subject";
    private static final String PARTITION_KEY = "ce_partitionkey";
    private static final String SEQUENCE = "ce_sequence";
    private static final String TIME = "ce_time";
    private static final String CORRELATION = "ce_correlationid";
    private static final String CAUSATION = "ce_causationid";
    private static final String TRACEPARENT = "ce_traceparent";

    private CloudEventHeaders() {}

    /** The headers of a message; what the envelope does not have is left out. */
    public static Map<String, String> write(Envelope envelope) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        put(headers, ID, envelope.id());
        put(headers, TYPE, envelope.type());
        put(headers, SOURCE, envelope.source());
        put(headers, SUBJECT, envelope.key());
        put(headers, PARTITION_KEY, envelope.key());
        put(headers, SEQUENCE, envelope.sequence());
        put(headers, TIME, envelope.time());
        put(headers, CORRELATION, envelope.correlationId());
        put(headers, CAUSATION, envelope.causationId());
        put(headers, TRACEPARENT, envelope.traceparent());
        return headers;
    }

    /**
     * The envelope of a message.
     *
     * @param header gives a header's text, or null if the message does not have it
     * @throws UnreadableEnvelope if a required header is missing or one cannot be read; the message
     *     names it
     */
    public static Envelope read(Function<String, String> header) {
        String sequence = header.apply(SEQUENCE);
        String causation = header.apply(CAUSATION);
        return new Envelope(
                parsed(ID, required(header, ID), UUID::fromString),
                required(header, TYPE),
                required(header, SOURCE),
                required(header, SUBJECT),
                sequence == null ? null : parsed(SEQUENCE, sequence, Long::valueOf),
                parsed(TIME, required(header, TIME), Instant::parse),
                parsed(CORRELATION, required(header, CORRELATION), UUID::fromString),
                causation == null ? null : parsed(CAUSATION, causation, UUID::fromString),
                header.apply(TRACEPARENT));
    }

    private static void put(Map<String, String> headers, String name, Object value) {
        if (value != null) {
            headers.put(name, value.toString());
        }
    }

    private static String required(Function<String, String> header, String name) {
        String value = header.apply(name);
        if (value == null) {
            throw new UnreadableEnvelope("The header %s is missing.".formatted(name), null);
        }
        return value;
    }

    private static <T> T parsed(String name, String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new UnreadableEnvelope("The header %s is '%s'.".formatted(name, text), e);
        }
    }
}
