package dev.holdfast.benchmarks;

import dev.holdfast.devstack.stack.Stack;
import java.io.IOException;
import java.util.List;

/** Measures something of a stack that is up. */
interface Benchmark {

    /** What it is called on the command line. */
    String id();

    /** Measures, and says what it found. */
    List<Result> measure(Stack stack) throws IOException, InterruptedException;
}
