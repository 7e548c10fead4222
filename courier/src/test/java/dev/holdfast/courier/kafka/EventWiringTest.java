package dev.holdfast.courier.kafka;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.contracts.Topics;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventWiringTest {

    private static final List<String> TOPICS = List.of(Topics.ORDERS, Topics.STOCK);

    @Test
    void whatFitsStarts() {
        assertDoesNotThrow(() -> EventWiring.check(1, true, TOPICS));
        assertDoesNotThrow(() -> EventWiring.check(0, false, List.of()));
    }

    @Test
    void aHandlerThatNothingReachesIsRefused() {
        assertEquals(
                "This service has an event handler that no event can reach: build it with mp.messaging.incoming.events.enabled=true.",
                refusal(1, false, TOPICS));
    }

    @Test
    void readingWithoutAHandlerIsRefused() {
        assertEquals(
                "This service reads events and has no event handler: build it with mp.messaging.incoming.events.enabled=false.",
                refusal(0, true, TOPICS));
        assertEquals(
                "This service has 2 event handlers; it must have one.", refusal(2, true, TOPICS));
    }

    @Test
    void topicsThatAreNotThereAreRefused() {
        assertEquals(
                "This service reads events, but from nowhere: set mp.messaging.incoming.events.topics.",
                refusal(1, true, List.of()));
        assertEquals(
                "mp.messaging.incoming.events.topics names 'holdfast.order'; there are "
                        + String.join(", ", Topics.ALL)
                        + ".",
                refusal(1, true, List.of("holdfast.order")));
    }

    private static String refusal(int handlers, boolean enabled, List<String> topics) {
        return assertThrows(
                        IllegalArgumentException.class,
                        () -> EventWiring.check(handlers, enabled, topics))
                .getMessage();
    }
}
