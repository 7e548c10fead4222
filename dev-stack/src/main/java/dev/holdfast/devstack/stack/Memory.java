package dev.holdfast.devstack.stack;

import dev.holdfast.devstack.process.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** How much memory a process and its descendants hold. */
final class Memory {

    /** What several processes share counts once: each has its part of it. */
    private static final Pattern SHARE = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB");

    private static final long KIB = 1024;

    private Memory() {}

    /** Resident bytes; what has ended meanwhile counts nothing. */
    static long of(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .flatMapToLong(process -> LongStream.of(resident(process.pid())))
                .sum();
    }

    private static long resident(long pid) {
        try {
            var text = Files.readString(Path.of("/proc", String.valueOf(pid), "smaps_rollup"));
            var matcher = SHARE.matcher(text);
            return matcher.find() ? Long.parseLong(matcher.group(1)) * KIB : 0;
        } catch (IOException notHere) {
            return fromPs(pid);
        }
    }

    private static long fromPs(long pid) {
        var answer = Command.of("ps", "-o", "rss=", "-p", String.valueOf(pid)).run();
        var text = answer.output().strip();
        return answer.succeeded() && text.matches("\\d+") ? Long.parseLong(text) * KIB : 0;
    }
}
