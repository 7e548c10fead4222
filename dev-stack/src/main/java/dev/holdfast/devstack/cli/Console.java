package dev.holdfast.devstack.cli;

/** The only place that writes to the terminal. */
final class Console {

    private Console() {}

    static synchronized void say(String line) {
        System.out.println(line);
    }

    static void say(String format, Object... values) {
        say(format.formatted(values));
    }

    /** For what is not the command's answer. */
    static synchronized void complain(String sentence) {
        System.err.println(sentence);
    }

    /** For what should never happen. */
    static synchronized void complain(Exception failure) {
        failure.printStackTrace();
    }
}
