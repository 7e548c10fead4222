package dev.holdfast.benchmarks;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for what has no bell of its own. */
final class Waiting {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(5);

    private Waiting() {}

    /** Something that is so, or not yet. */
    interface Question {

        boolean isSo() throws Exception;
    }

    /**
     * Asks until it is so.
     *
     * @throws IllegalStateException with the complaint, if it is not so in time
     */
    static void until(String complaint, Duration patience, Question question) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!answer(question)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "%s (after %d s)".formatted(complaint, patience.toSeconds()));
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    private static boolean answer(Question question) {
        try {
            return question.isSo();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
