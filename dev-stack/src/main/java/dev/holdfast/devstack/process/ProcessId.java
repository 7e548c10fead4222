package dev.holdfast.devstack.process;

import java.util.Optional;

/**
 * One process, told apart from every other that ever had or will have its pid.
 *
 * @param pid the operating system's number, which is given out again after the process has ended
 * @param birth when the process was made, in the operating system's own words
 */
public record ProcessId(long pid, String birth) {

    /** The living process that has this pid now; empty if there is none, a zombie included. */
    public static Optional<ProcessId> living(long pid) {
        return Births.of(pid).map(birth -> new ProcessId(pid, birth));
    }

    /** This JVM. */
    public static ProcessId current() {
        return living(ProcessHandle.current().pid())
                .orElseThrow(() -> new IllegalStateException("This process cannot see itself."));
    }

    /** Reads what {@link #toString()} wrote; empty if the text is cut off or something else. */
    public static Optional<ProcessId> parse(String text) {
        var parts = text.strip().split("\\s+", 2);
        if (parts.length != 2 || !parts[0].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(new ProcessId(Long.parseLong(parts[0]), parts[1]));
    }

    /** Whether this very process lives; false if another one has its pid by now. */
    public boolean isAlive() {
        return Births.of(pid).filter(birth::equals).isPresent();
    }

    @Override
    public String toString() {
        return pid + " " + birth;
    }
}
