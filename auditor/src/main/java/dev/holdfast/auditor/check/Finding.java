package dev.holdfast.auditor.check;

import java.util.Locale;

/**
 * A promise that was not kept.
 *
 * @param kind which one
 * @param subject whose: for instance {@code order 0199…}
 * @param detail one sentence that says what was found
 */
public record Finding(Kind kind, String subject, String detail) {

    /** What can be wrong, in a word. */
    public enum Kind {
        /** Was accepted or sent, and nothing became of it. */
        LOST,
        /** Happened more often than it was asked for. */
        DOUBLED,
        /** Happened, or is told, in another order. */
        DISORDERED,
        /** Figures do not add up. */
        UNBALANCED,
        /** Waits for a person. */
        STUCK;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
