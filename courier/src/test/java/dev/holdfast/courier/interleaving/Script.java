package dev.holdfast.courier.interleaving;

/**
 * What one connection does.
 *
 * @param name for the schedule that is printed
 * @param mayFail whether an exception is an end like any other; otherwise it is a violation
 */
public record Script(String name, boolean mayFail, Body body) {

    /** Some code that runs its statements through its session. */
    @FunctionalInterface
    public interface Body {
        void run(Session session) throws Exception;
    }

    /** A script that has to come to its end, however its statements fall between the others'. */
    public static Script of(String name, Body body) {
        return new Script(name, false, body);
    }

    /** A script that another may make fail, by a conflict for instance. */
    public static Script mayFail(String name, Body body) {
        return new Script(name, true, body);
    }
}
