package dev.holdfast.courier.parking;

import dev.holdfast.courier.inbox.Progress;
import dev.holdfast.courier.inbox.Turn;
import java.util.ArrayList;
import java.util.List;

/**
 * How far a line of parked records can go.
 *
 * @param now those to be handled, in this order
 * @param done these, and those whose version was handled before: they wait no longer
 */
record ParkedTurns(List<ParkedMessage> now, List<ParkedMessage> done) {

    /** Up to the first that follows one that is missing; notes what is to be handled. */
    static ParkedTurns of(List<ParkedMessage> line, Progress progress) {
        var turns = new ParkedTurns(new ArrayList<>(line.size()), new ArrayList<>(line.size()));
        for (ParkedMessage message : line) {
            Turn turn = progress.turn(message.key(), message.sequence(), message.messageId());
            if (turn == Turn.EARLY) {
                break;
            }
            turns.done.add(message);
            if (turn == Turn.NOW) {
                progress.handled(message.key(), message.sequence());
                turns.now.add(message);
            }
        }
        return turns;
    }
}
