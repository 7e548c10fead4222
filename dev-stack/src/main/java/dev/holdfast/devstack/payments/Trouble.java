package dev.holdfast.devstack.payments;

import dev.holdfast.devstack.thirdparty.Answer;
import dev.holdfast.devstack.thirdparty.Faults.Met;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Does a piece of work the way a fault wants it done. */
final class Trouble {

    private Trouble() {}

    /**
     * Works, or does not, as the fault says.
     *
     * @throws Refusal if the fault is to fail
     */
    static Answer meet(Optional<Met<FaultMode>> fault, Supplier<Answer> work) {
        if (fault.isEmpty()) {
            return work.get();
        }
        return switch (fault.get().mode()) {
            case DOWN -> new Answer.HangUp();
            case STALL -> stalled(fault.get().stall()) ? work.get() : new Answer.HangUp();
            case FAIL -> throw new Refusal(StripeError.failed());
            case FORGET -> {
                work.get();
                yield new Answer.HangUp();
            }
        };
    }

    /** False if the sandbox is closing. */
    private static boolean stalled(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
