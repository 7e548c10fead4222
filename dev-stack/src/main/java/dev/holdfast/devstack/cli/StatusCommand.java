package dev.holdfast.devstack.cli;

import dev.holdfast.devstack.stack.Part;
import dev.holdfast.devstack.stack.Place;
import dev.holdfast.devstack.stack.Stack;
import dev.holdfast.devstack.stack.StackStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells what runs. */
@Command(name = "status")
final class StatusCommand implements Callable<Integer> {

    private static final long MIB = 1 << 20;

    @Option(names = "--json")
    private boolean json;

    @Override
    public Integer call() {
        var stack = new Stack(Place.fromSystemProperties(), Console::complain);
        var status = StackStatus.of(stack);
        if (json) {
            Console.say(StatusJson.of(stack, status));
        } else {
            print(status);
        }
        return 0;
    }

    private static void print(StackStatus status) {
        Console.say("%-20s %-15s %6s %8s %9s  %s", "", "version", "port", "pid", "memory", "");
        status.parts().forEach(StatusCommand::print);
        Console.say("%-20s %41s", "together", mebibytes(status.memory()));
    }

    private static void print(Part part) {
        boolean runs = part.pid().isPresent();
        Console.say(
                "%-20s %-15s %6s %8s %9s  %s",
                part.name(),
                part.version(),
                runs ? part.port() : "",
                runs ? part.pid().getAsLong() : "",
                runs ? mebibytes(part.memory()) : "",
                part.ready() ? "ready" : runs ? "not ready" : "not running");
    }

    private static String mebibytes(long bytes) {
        return bytes / MIB + " MiB";
    }
}
