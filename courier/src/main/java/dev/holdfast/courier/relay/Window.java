package dev.holdfast.courier.relay;

/**
 * The rows of a feed that one snapshot sees and an earlier one does not: a set that never changes,
 * however late some of its transactions committed and whatever is still open.
 *
 * @param lo everything visible here has been relayed
 * @param hi what is visible here is to be relayed
 * @param nextSeq the first row that may still have to be relayed
 * @param lastSeq the last row of the window
 */
record Window(String lo, String hi, long nextSeq, long lastSeq) {

    Window from(long seq) {
        return new Window(lo, hi, seq, lastSeq);
    }
}
