package dev.holdfast.courier.retry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassifyTest {

    @ParameterizedTest
    @CsvSource({
        "40001, CONFLICT",
        "40P01, CONFLICT",
        "23505, CONFLICT",
        "08006, DATABASE_DOWN",
        "08003, DATABASE_DOWN",
        "57P01, DATABASE_DOWN",
        "57P03, DATABASE_DOWN",
        ", DATABASE_DOWN",
        "23502, TRANSIENT",
        "22P02, TRANSIENT"
    })
    void theDatabaseSaysWhatItIs(String state, FailureClass expected) {
        var deep =
                new IllegalStateException(
                        new RuntimeException("wrapped", new SQLException("said", state)));
        assertEquals(expected, Classify.of(deep));
    }

    @Test
    void whatKnowsDecidesBeforeWhatItWraps() {
        var gone = new SQLException("gone", "08006");
        assertEquals(FailureClass.PERMANENT, Classify.of(new PermanentFailure("No.", gone)));
        assertEquals(
                FailureClass.CIRCUIT_OPEN,
                Classify.of(
                        new IllegalStateException(
                                new CircuitOpen("Open.", Duration.ofSeconds(1), gone))));
    }

    @Test
    void whatWasSuppressedCountsToo() {
        var failure = new IllegalStateException("The transaction was rolled back.");
        failure.addSuppressed(new SQLException("gone", "57P01"));
        assertEquals(FailureClass.DATABASE_DOWN, Classify.of(failure));
    }

    @Test
    void aRingOfCausesEnds() {
        var one = new IllegalStateException("one");
        var two = new IllegalStateException("two", one);
        one.initCause(two);
        assertEquals(FailureClass.TRANSIENT, Classify.of(one));
    }
}
