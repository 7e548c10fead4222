package dev.holdfast.benchmarks;

import java.util.Arrays;

/** Measures again and again. */
final class Rounds {

    private final Effort effort;

    Rounds(Effort effort) {
        this.effort = effort;
    }

    /** One round, and what it measured. */
    interface Round {

        double measure() throws Exception;
    }

    /** The median of the rounds that come after the warm-up. */
    double median(Round round) throws Exception {
        for (int i = 0; i < effort.warmUps(); i++) {
            round.measure();
        }
        double[] values = new double[effort.rounds()];
        for (int i = 0; i < values.length; i++) {
            values[i] = round.measure();
        }
        return median(values);
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
