package dev.holdfast.courier.deadletter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.contracts.operations.Payload;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What an event shows of a dead message")
class ShownTest {

    @Test
    @DisplayName("is the message, if that is a text of reasonable length")
    void whole() {
        assertEquals(
                new Payload("{\"a\": \"é\"}", 11, true), Shown.payload(utf8("{\"a\": \"é\"}")));
    }

    @Test
    @DisplayName("is never longer than it may be, and splits no character")
    void cut() {
        String text = "x".repeat(Payload.LONGEST - 1) + "😀".repeat(10);
        Payload shown = Shown.payload(utf8(text));
        assertFalse(shown.whole());
        assertEquals(utf8(text).length, shown.bytes());
        assertEquals("x".repeat(Payload.LONGEST - 1), shown.text());
    }

    @Test
    @DisplayName("has no zero, and says when the message is no text")
    void binary() {
        Payload zero = Shown.payload(utf8("a\0b"));
        assertEquals("ab", zero.text());
        assertFalse(zero.whole());
        assertFalse(Shown.payload(new byte[] {(byte) 0xff, 'a'}).whole());
    }

    @Test
    @DisplayName(
            "has a bounded number of headers, each cut, and not the tries, which are told besides")
    void headers() {
        Map<String, String> headers = new HashMap<>();
        for (int i = 0; i < 200; i++) {
            headers.put("h" + i, "v".repeat(5_000));
        }
        headers.put("a", null);
        headers.put("holdfast-history", "[]");
        Map<String, String> shown = Shown.headers(headers);
        assertEquals(50, shown.size());
        assertTrue(shown.values().stream().allMatch(value -> value.length() <= 500));
        assertFalse(shown.containsKey("holdfast-history"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
