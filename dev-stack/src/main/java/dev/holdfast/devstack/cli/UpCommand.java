package dev.holdfast.devstack.cli;

import dev.holdfast.devstack.stack.Place;
import dev.holdfast.devstack.stack.Stack;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts what is not running, waits until all is ready, and tells where everything is. */
@Command(name = "up")
final class UpCommand implements Callable<Integer> {

    @Option(names = "--docker")
    private boolean docker;

    @Option(names = "--otlp")
    private URI otlp;

    @Override
    public Integer call() {
        if (otlp != null && !otlp.isAbsolute()) {
            throw new IllegalArgumentException(
                    "--otlp takes a URL such as http://127.0.0.1:4318 and not '%s'."
                            .formatted(otlp));
        }
        var stack = new Stack(Place.fromSystemProperties(), Console::say);
        if (otlp != null) {
            stack.tracing().sendTo(otlp);
        }
        Start.run(stack, docker);
        Addresses.print(stack);
        return 0;
    }
}
