package dev.holdfast.gateway.listing;

import dev.holdfast.gateway.problem.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Where a page ended: the index key of its last row, so that rows that come in between neither
 * repeat nor hide others. Opaque to clients.
 */
record Cursor(List<String> key) {

    private static final String BREAK = "\n";

    String encode() {
        byte[] text = String.join(BREAK, key).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    /**
     * @throws Refused if this is nothing that {@link #encode} makes
     */
    static Cursor decode(String encoded) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            if (text.indexOf('\0') >= 0) {
                throw foreign();
            }
            return new Cursor(List.of(text.split(BREAK, -1)));
        } catch (IllegalArgumentException e) {
            throw foreign();
        }
    }

    static Refused foreign() {
        return Refused.parameter("cursor", "is not the next of a page of this list");
    }
}
