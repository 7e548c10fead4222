package dev.holdfast.benchmarks;

import dev.holdfast.devstack.stack.Part;
import dev.holdfast.devstack.stack.Stack;
import dev.holdfast.devstack.stack.StackStatus;
import java.util.Map;
import java.util.function.Consumer;

/** What each service holds resident, as a JVM, and what the whole stack does. */
final class MemoryHeld implements Benchmark {

    private static final double MIB = 1024.0 * 1024.0;

    @Override
    public String id() {
        return "memory";
    }

    @Override
    public void measure(Ground ground, Consumer<Result> found) {
        Stack stack = ground.stack();
        StackStatus status = StackStatus.of(stack);
        for (String service : stack.services().keySet()) {
            Part part = status.part(service);
            found.accept(
                    Result.atMost(
                            220,
                            id(),
                            service + ", MiB",
                            part.memory() / MIB,
                            Map.of("mode", "JVM")));
        }
        found.accept(
                Result.atMost(
                        3072,
                        id(),
                        "whole stack, MiB",
                        status.memory() / MIB,
                        Map.of("parts", status.parts().size())));
    }
}
