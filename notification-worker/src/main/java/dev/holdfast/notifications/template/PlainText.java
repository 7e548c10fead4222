package dev.holdfast.notifications.template;

/**
 * Makes text that strangers wrote fit for one line of a mail: no line breaks, with which it could
 * pose as a header or as another paragraph, no invisible characters, no endless length.
 */
public final class PlainText {

    private static final int LONGEST = 200;

    private PlainText() {}

    /** The text on one line; empty if there is none. */
    public static String line(String text) {
        if (text == null) {
            return "";
        }
        String line =
                text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+", " ")
                        .replaceAll("[\\p{Cf}&&[^\\u200C\\u200D]]", "")
                        .strip();
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
