package dev.holdfast.courier.deadletter;

import dev.holdfast.contracts.operations.Payload;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an event shows of a dead message: never so much that Kafka would refuse the event, which
 * would make a dead letter of the news of a dead letter.
 */
final class Shown {

    private static final int MOST_HEADERS = 50;
    private static final int LONGEST_HEADER = 500;

    /** The failed tries are told besides. */
    private static final String HISTORY = "holdfast-history";

    private Shown() {}

    /** The body as text, cut. */
    static Payload payload(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        String shown = cut(text.replace("\0", ""), Payload.LONGEST);
        return new Payload(shown, body.length, isText(body) && shown.equals(text));
    }

    /** The first headers in the order of their names, each cut. */
    static Map<String, String> headers(Map<String, String> headers) {
        Map<String, String> shown = new TreeMap<>();
        headers.entrySet().stream()
                .filter(header -> header.getValue() != null && !header.getKey().equals(HISTORY))
                .sorted(Map.Entry.comparingByKey())
                .limit(MOST_HEADERS)
                .forEach(header -> shown.put(text(header.getKey()), text(header.getValue())));
        return shown;
    }

    private static String text(String header) {
        return cut(header.replace("\0", ""), LONGEST_HEADER);
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        boolean splits = Character.isHighSurrogate(text.charAt(most - 1));
        return text.substring(0, splits ? most - 1 : most);
    }

    private static boolean isText(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
