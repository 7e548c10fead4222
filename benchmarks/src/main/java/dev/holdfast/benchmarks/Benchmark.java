package dev.holdfast.benchmarks;

import java.util.function.Consumer;

/** Measures something of Holdfast. */
interface Benchmark {

    /** What it is called on the command line. */
    String id();

    /** Whether it is only measured when it is named. */
    default boolean onlyIfNamed() {
        return false;
    }

    /** Measures, and tells each figure as soon as it has it. */
    void measure(Ground ground, Consumer<Result> found) throws Exception;
}
