package dev.holdfast.benchmarks;

import dev.holdfast.devstack.stack.Stack;
import dev.holdfast.devstack.stack.TestServers;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * What the benchmarks stand on, each part started when it is first asked for: the stack of this
 * clone for what concerns the suite; for what concerns the courier alone, servers of its own, new
 * and empty, and one small service on them.
 */
final class Ground implements AutoCloseable {

    private final Path repository;
    private final Effort effort;
    private final Supplier<Stack> starting;
    private Stack stack;
    private CourierService service;

    /**
     * @param repository where the modules are built
     * @param starting gives the stack, up
     */
    Ground(Path repository, Effort effort, Supplier<Stack> starting) {
        this.repository = repository;
        this.effort = effort;
        this.starting = starting;
    }

    Effort effort() {
        return effort;
    }

    Stack stack() {
        if (stack == null) {
            stack = starting.get();
        }
        return stack;
    }

    TestServers servers() {
        return TestServers.shared();
    }

    CourierService service() {
        if (service == null) {
            service = CourierService.start(repository, servers());
        }
        return service;
    }

    Peer peer(String name, String service, String... options) {
        return Peer.start(repository, name, servers().settings(service), options);
    }

    @Override
    public void close() {
        if (service != null) {
            service.close();
        }
    }
}
