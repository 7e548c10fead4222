package dev.holdfast.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.devstack.server.Server;
import dev.holdfast.devstack.stack.Place;
import dev.holdfast.devstack.stack.Progress;
import dev.holdfast.devstack.stack.Stack;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures Holdfast against its targets, on the stack of this clone. */
@Command(
        name = "bench",
        description = "Measures against the targets; starts the stack if it is not up.")
final class Bench implements Callable<Integer> {

    private static final List<Benchmark> ALL = List.of(new Roundtrip(), new MemoryHeld());

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "id", description = "Which ones; all if none is named.")
    private List<String> ids = List.of();

    @Option(names = "--json", description = "One JSON object per line.")
    private boolean json;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        List<Benchmark> chosen = chosen();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        var stack = new Stack(Place.fromSystemProperties(), err::println);
        stack.start(false, new Silent());
        for (Benchmark benchmark : chosen) {
            for (Result result : benchmark.measure(stack)) {
                out.println(json ? line(result) : sentence(result));
                out.flush();
            }
        }
        return 0;
    }

    private List<Benchmark> chosen() {
        List<String> known = ALL.stream().map(Benchmark::id).toList();
        for (String id : ids) {
            if (!known.contains(id)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "There is no benchmark '%s'; there are %s."
                                .formatted(id, String.join(", ", known)));
            }
        }
        return ALL.stream().filter(b -> ids.isEmpty() || ids.contains(b.id())).toList();
    }

    private static String line(Result result) throws JsonProcessingException {
        return new ObjectMapper().writeValueAsString(result);
    }

    private static String sentence(Result result) {
        return "%-10s %-32s %10.1f  target %8.1f  %s  %s"
                .formatted(
                        result.id(),
                        result.measure(),
                        result.value(),
                        result.target(),
                        result.met() ? "met    " : "not met",
                        result.inputs());
    }

    /** The figures are what is to be seen. */
    private static final class Silent implements Progress {

        @Override
        public void starting(Server server) {}

        @Override
        public void ready(Server server, Duration after) {}
    }
}
