package dev.holdfast.devstack.cli;

import dev.holdfast.devstack.stack.Place;
import dev.holdfast.devstack.stack.Stack;
import dev.holdfast.devstack.stack.StackStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Ends everything. */
@Command(name = "down")
final class DownCommand implements Callable<Integer> {

    @Option(names = "--wipe")
    private boolean wipe;

    @Override
    public Integer call() {
        var stack = new Stack(Place.fromSystemProperties(), Console::say);
        boolean somethingRan = StackStatus.of(stack).somethingRuns();
        if (wipe) {
            stack.wipe();
        } else {
            stack.stop();
        }
        Console.say(somethingRan ? "Everything has ended." : "Nothing was running.");
        if (wipe) {
            Console.say("What was stored in %s is deleted.", stack.folder().root());
        }
        return 0;
    }
}
