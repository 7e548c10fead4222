package dev.holdfast.benchmarks;

import java.util.Map;

/**
 * One figure that was measured.
 *
 * @param id of the benchmark
 * @param measure what the figure is, with its unit
 * @param target what it is to be
 * @param met whether it is
 * @param inputs what it was measured with
 */
record Result(
        String id,
        String measure,
        double value,
        double target,
        boolean met,
        Map<String, Object> inputs) {

    /** A figure that is to be no more than its target. */
    static Result atMost(
            double target, String id, String measure, double value, Map<String, Object> inputs) {
        return new Result(id, measure, value, target, value <= target, inputs);
    }

    /** A figure that is to be no less than its target. */
    static Result atLeast(
            double target, String id, String measure, double value, Map<String, Object> inputs) {
        return new Result(id, measure, value, target, value >= target, inputs);
    }
}
