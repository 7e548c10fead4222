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

/** Measures Holdfast against its targets. */
@Command(name = "bench", description = "Measures against the targets; starts what it needs.")
final class Bench implements Callable<Integer> {

    private static final List<Benchmark> ALL =
            List.of(
                    new Roundtrip(),
                    new MemoryHeld(),
                    new Idle(),
                    new Relay(),
                    new Publish(),
                    new Consume(),
                    new Pinned(),
                    new Soak());

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "id", description = "Which ones; if none is named, all but the soak.")
    private List<String> ids = List.of();

    @Option(names = "--json", description = "One JSON object per line.")
    private boolean json;

    @Option(names = "--minutes", description = "How long the soak takes; otherwise 5.")
    private int minutes = 5;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        List<Benchmark> chosen = chosen();
        PrintWriter out = spec.commandLine().getOut();
        Place place = Place.fromSystemProperties();
        Effort effort = Effort.FULL.soaking(Duration.ofMinutes(minutes));
        try (var ground = new Ground(place.repository(), effort, () -> started(place))) {
            for (Benchmark benchmark : chosen) {
                benchmark.measure(
                        ground,
                        result -> {
                            out.println(json ? line(result) : sentence(result));
                            out.flush();
                        });
            }
        }
        return 0;
    }

    private Stack started(Place place) {
        var stack = new Stack(place, spec.commandLine().getErr()::println);
        stack.start(false, new Silent());
        return stack;
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
        return ALL.stream()
                .filter(b -> ids.isEmpty() ? !b.onlyIfNamed() : ids.contains(b.id()))
                .toList();
    }

    private static String line(Result result) {
        try {
            return new ObjectMapper().writeValueAsString(result);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A result is always JSON.", e);
        }
    }

    private static String sentence(Result result) {
        return "%-10s %-36s %10.2f  target %9.2f  %s  %s"
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
