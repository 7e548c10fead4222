package dev.holdfast.courier.failpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** What may befall a process at a failpoint. */
enum Action {

    /** It ends as by kill -9: nothing more is written, closed or said. */
    KILL {
        @Override
        void act(String failpoint) {
            Runtime.getRuntime().halt(137);
        }
    },

    /** All of it stands still, for longer than any lease lasts, and then goes on. */
    PAUSE {
        @Override
        void act(String failpoint) {
            try {
                new ProcessBuilder("/bin/sh", "-c", STOP_AND_CONTINUE.formatted(pid()))
                        .inheritIO()
                        .start()
                        .waitFor();
            } catch (IOException e) {
                throw new UncheckedIOException("The process could not be stopped.", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    },

    /** The thread that came by stands still, for longer than any lease lasts. */
    STALL {
        @Override
        void act(String failpoint) {
            LockSupport.parkNanos(SECONDS * 1_000_000_000L);
        }
    },

    /** An exception that nobody expects. */
    THROW {
        @Override
        void act(String failpoint) {
            throw new FailpointReached(failpoint);
        }
    };

    private static final int SECONDS = 11;
    private static final String STOP_AND_CONTINUE =
            "kill -STOP %1$d; sleep " + SECONDS + "; kill -CONT %1$d";

    abstract void act(String failpoint);

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Action named(String word) {
        return Arrays.stream(values())
                .filter(action -> action.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "holdfast.failpoints knows kill, pause, stall and throw,"
                                                + " not '%s'.".formatted(word)));
    }

    private static long pid() {
        return ProcessHandle.current().pid();
    }
}
