package dev.holdfast.devstack.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/** Shows how far the run is: one line that is rewritten on a terminal, else a line now and then. */
final class Progress {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(2);
    private static final String REST_OF_LINE = "\u001b[K";

    private final PrintStream out;
    private final boolean terminal;
    private String shown = "";
    private Instant shownAt = Instant.EPOCH;

    Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    synchronized void show(String text) {
        if (text.equals(shown)) {
            return;
        }
        if (terminal) {
            out.print("\r  " + text + REST_OF_LINE);
            out.flush();
        } else if (Duration.between(shownAt, Instant.now()).compareTo(BETWEEN_LINES) >= 0) {
            out.println("  " + text);
        } else {
            return;
        }
        shown = text;
        shownAt = Instant.now();
    }

    /** The last word, which stays. */
    synchronized void end(String text) {
        shownAt = Instant.EPOCH;
        show(text);
        if (terminal) {
            out.println();
        }
    }
}
