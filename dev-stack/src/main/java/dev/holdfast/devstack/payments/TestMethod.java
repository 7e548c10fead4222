package dev.holdfast.devstack.payments;

import dev.holdfast.devstack.thirdparty.Faults.Met;
import java.time.Duration;

/**
 * What becomes of a charge.
 *
 * @param decline why it is declined; null if it is not
 * @param fault what goes wrong on the way; null if nothing does
 * @param faultyTries how many tries meet the fault
 */
record TestMethod(Decline decline, Met<FaultMode> fault, int faultyTries) {

    static TestMethod approving() {
        return new TestMethod(null, null, 0);
    }

    static TestMethod declining(Decline why) {
        return new TestMethod(why, null, 0);
    }

    static TestMethod faulty(FaultMode mode, Duration stall, int tries) {
        return new TestMethod(null, new Met<>(mode, stall), tries);
    }
}
