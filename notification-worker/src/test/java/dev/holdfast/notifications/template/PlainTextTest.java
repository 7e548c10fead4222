package dev.holdfast.notifications.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void text_of_strangers_fits_on_one_line() {
        assertEquals("Ada Bcc: eve@example.org", PlainText.line("Ada\r\nBcc: eve@example.org"));
        assertEquals("a b c", PlainText.line(" a\u0000b\u2028\u0085c\t"));
        assertEquals("evil", PlainText.line("\u202Eevil\u200B"));
        assertEquals("", PlainText.line(null));
    }

    @Test
    void text_of_strangers_has_an_end() {
        String line = PlainText.line("🫖".repeat(500));

        assertEquals(200, line.codePointCount(0, line.length()));
        assertTrue(line.endsWith("…"));
    }

    @Test
    void amounts_are_written_as_people_read_them() {
        assertEquals("€25.80", Money.text(2580, "EUR", Locale.ENGLISH));
        assertEquals("¥1,290", Money.text(1290, "JPY", Locale.ENGLISH));
        assertEquals("-€0.05", Money.text(-5, "EUR", Locale.ENGLISH));
    }
}
