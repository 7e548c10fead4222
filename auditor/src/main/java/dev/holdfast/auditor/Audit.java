package dev.holdfast.auditor;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The program: reads from standard input where the stack is, as {@code ./holdfast status --json}
 * tells, and writes its verdict. Exit code 0 if every promise was kept, 1 if one was broken or
 * nothing could be decided, 2 for misuse.
 */
@Command(name = "audit")
public final class Audit implements Callable<Integer> {

    @Option(names = "--json")
    private boolean json;

    @Option(names = "--settle", defaultValue = "30")
    private int seconds;

    private final InputStream status;

    Audit(InputStream status) {
        this.status = status;
    }

    public static void main(String[] arguments) {
        System.exit(run(System.in, arguments));
    }

    static int run(InputStream status, String... arguments) {
        return new CommandLine(new Audit(status))
                .setExecutionExceptionHandler((failure, _, _) -> complain(failure, 1))
                .setParameterExceptionHandler((misuse, _) -> complain(misuse, 2))
                .execute(arguments);
    }

    @Override
    public Integer call() throws IOException {
        var addresses = Addresses.of(new ObjectMapper().readTree(status));
        var verdict = new Auditor(addresses).audit(Duration.ofSeconds(seconds));
        System.out.print(json ? VerdictJson.of(verdict) + "\n" : verdict.text());
        return verdict.clean() ? 0 : 1;
    }

    private static int complain(Exception failure, int code) {
        System.err.println(failure.getMessage());
        return code;
    }
}
