package dev.holdfast.courier.kafka;

import dev.holdfast.courier.inbox.Progress;
import dev.holdfast.courier.inbox.Turn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is to become of the new events of a batch.
 *
 * @param now to be handled, in this order
 * @param waiting to wait behind their key, in this order
 * @param early by key that is to be parked: its event that came before the one it follows
 * @param awaited parked keys for which an event has come that can go on
 * @param past those whose version, or a later one, was handled before
 */
record EventTurns(
        List<EventMessage> now,
        List<EventMessage> waiting,
        Map<String, EventMessage> early,
        Set<String> awaited,
        List<EventMessage> past) {

    /**
     * Decides, noting in the progress what is to be handled now.
     *
     * @param parked the keys that are parked already
     */
    static EventTurns of(List<EventMessage> events, Set<String> parked, Progress progress) {
        var turns =
                new EventTurns(
                        new ArrayList<>(events.size()),
                        new ArrayList<>(),
                        new LinkedHashMap<>(),
                        new HashSet<>(),
                        new ArrayList<>());
        for (EventMessage event : events) {
            turns.add(event, parked, progress);
        }
        return turns;
    }

    private void add(EventMessage event, Set<String> parked, Progress progress) {
        String key = event.key();
        Turn turn = progress.turn(key, event.sequence(), event.id());
        if (turn == Turn.PAST) {
            past.add(event);
        } else if (parked.contains(key) || early.containsKey(key)) {
            waiting.add(event);
            if (turn == Turn.NOW && event.sequence() != null) {
                awaited.add(key);
            }
        } else if (turn == Turn.EARLY) {
            waiting.add(event);
            early.put(key, event);
        } else {
            progress.handled(key, event.sequence());
            now.add(event);
        }
    }
}
