package dev.holdfast.devstack.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs several tasks at the same time, each on a virtual thread. */
final class AllAtOnce {

    private AllAtOnce() {}

    /**
     * Returns when all are done.
     *
     * @throws RuntimeException the first failure, with the others suppressed in it
     */
    static void run(List<Runnable> tasks) {
        var failures = new ArrayList<RuntimeException>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            tasks.forEach(task -> running.add(threads.submit(task)));
            for (var task : running) {
                try {
                    task.get();
                } catch (ExecutionException e) {
                    failures.add(unwrapped(e));
                } catch (InterruptedException e) {
                    threads.shutdownNow();
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("Interrupted", e);
                }
            }
        }
        if (!failures.isEmpty()) {
            var first = failures.removeFirst();
            failures.forEach(first::addSuppressed);
            throw first;
        }
    }

    private static RuntimeException unwrapped(ExecutionException e) {
        return e.getCause() instanceof RuntimeException cause
                ? cause
                : new IllegalStateException(e.getCause());
    }
}
