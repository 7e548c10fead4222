package dev.holdfast.devstack.payments;

/** The ways in which the sandbox can misbehave. */
enum FaultMode {
    /** Hangs up at once; nothing is done. */
    DOWN,
    /** Takes its time, then does what was asked and answers. */
    STALL,
    /** Answers 500; nothing is done. */
    FAIL,
    /** Does what was asked, then hangs up without an answer. */
    FORGET
}
