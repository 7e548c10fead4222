package dev.holdfast.courier.relay;

import java.time.Duration;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever rings and whoever hears, it is as if they had done it one after the other. */
@Tag("lincheck")
public class WakeLincheckTest {

    private final Wake wake = new Wake();

    @Operation
    public void ring() {
        wake.ring();
    }

    /** One waits for the bell at a time. */
    @Operation(nonParallelGroup = "waiter")
    public boolean heard() throws InterruptedException {
        return wake.await(Duration.ZERO);
    }

    @Test
    @DisplayName("The bell is linearizable")
    void linearizable() {
        new ModelCheckingOptions()
                .threads(3)
                .actorsPerThread(3)
                .iterations(30)
                .invocationsPerIteration(1_000)
                .check(getClass());
    }
}
