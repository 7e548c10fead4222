package dev.holdfast.devstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Asks the operating system when a process was made. */
final class Births {

    /**
     * Lines for a POSIX shell that print the shell's own birth, in the same words as {@link
     * #of(long)}. A program that the shell executes keeps that birth.
     */
    static final String OWN_BIRTH_IN_SHELL =
            """
            birth() {
                if [ -r /proc/$$/stat ]; then
                    set -- $(cat /proc/$$/stat)
                    echo "$(cat /proc/sys/kernel/random/boot_id)/${22}"
                else
                    set -- $(ps -o lstart= -p $$)
                    echo "$*"
                fi
            }
            """;

    private static final Path PROC = Path.of("/proc");
    private static final boolean HAS_PROC = Files.isReadable(PROC.resolve("self/stat"));
    private static final int STATE = 0;
    private static final int START_TICKS = 19;

    private Births() {}

    static Optional<String> of(long pid) {
        return HAS_PROC ? fromProc(pid) : fromPs(pid);
    }

    private static Optional<String> fromProc(long pid) {
        String stat;
        try {
            stat = Files.readString(PROC.resolve(pid + "/stat"));
        } catch (IOException gone) {
            return Optional.empty();
        }
        // The program's name comes second, in parentheses, and may itself hold spaces and them.
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return switch (fields[STATE]) {
            case "Z", "X" -> Optional.empty();
            default -> Optional.of(bootId() + "/" + fields[START_TICKS]);
        };
    }

    private static String bootId() {
        try {
            return Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> fromPs(long pid) {
        var answer = Command.of("ps", "-o", "stat=,lstart=", "-p", String.valueOf(pid)).run();
        var words = answer.output().strip().split("\\s+", 2);
        if (!answer.succeeded() || words.length < 2 || words[0].startsWith("Z")) {
            return Optional.empty();
        }
        return Optional.of(words[1].replaceAll("\\s+", " "));
    }
}
