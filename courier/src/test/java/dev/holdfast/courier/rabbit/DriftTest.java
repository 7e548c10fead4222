package dev.holdfast.courier.rabbit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DriftTest {

    @Test
    void readsWhatRabbitMqSays() {
        assertEquals(
                Optional.of(
                        new Drift(
                                "queue",
                                "order-worker.commands",
                                "x-delivery-limit",
                                "50",
                                "none")),
                Drift.of(
                        "PRECONDITION_FAILED - inequivalent arg 'x-delivery-limit' for queue 'order-worker.commands' in vhost '/': received the value '50' of type 'signedint' but current is none"));
        assertEquals(
                Optional.of(new Drift("exchange", "commands", "type", "topic", "fanout")),
                Drift.of(
                        "PRECONDITION_FAILED - inequivalent arg 'type' for exchange 'commands' in vhost '/': received 'topic' but current is 'fanout'"));
        assertEquals(Optional.empty(), Drift.of("ACCESS_REFUSED - access to vhost '/' refused"));
    }

    @Test
    void saysWhatToDo() {
        assertEquals(
                "RabbitMQ's queue 'q' has x-message-ttl 7 where this version declares 5000: delete it once it is empty, and it is declared again within seconds; until then nothing is sent.",
                new Drift("queue", "q", "x-message-ttl", "5000", "7").sentence());
    }
}
