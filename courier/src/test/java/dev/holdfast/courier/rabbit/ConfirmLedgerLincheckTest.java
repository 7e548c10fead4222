package dev.holdfast.courier.rabbit;

import dev.holdfast.courier.relay.NotCarried;
import java.time.Duration;
import org.jetbrains.lincheck.datastructures.BooleanGen;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever the client's threads do at once, it is as if they had done it one after the other. */
@Param(name = "number", gen = IntGen.class, conf = "1:3")
@Param(name = "upTo", gen = BooleanGen.class)
@Tag("lincheck")
public class ConfirmLedgerLincheckTest {

    private final ConfirmLedger ledger = new ConfirmLedger();

    @Operation
    public void expect(int number) {
        ledger.expect(number);
    }

    @Operation
    public void confirmed(int number, boolean upTo) {
        ledger.confirmed(number, upTo);
    }

    @Operation
    public void refused(int number, boolean upTo) {
        ledger.refused(number, upTo, "no");
    }

    @Operation
    public String refusal(int number) {
        return ledger.refusal(number, "none");
    }

    @Operation
    public boolean nothingRefused() {
        return ledger.nothingRefused();
    }

    @Operation
    public void fail() {
        ledger.fail(new NotCarried("closed"));
    }

    /** What a waiter would be told now. */
    @Operation
    public String look(int number) throws InterruptedException {
        try {
            ledger.await(number, Duration.ZERO);
            return "answered";
        } catch (NotCarried e) {
            return e.getMessage();
        }
    }

    @Test
    @DisplayName("The confirm ledger is linearizable")
    void linearizable() {
        new StressOptions()
                .threads(3)
                .actorsPerThread(3)
                .iterations(30)
                .invocationsPerIteration(500)
                .check(getClass());
    }
}
