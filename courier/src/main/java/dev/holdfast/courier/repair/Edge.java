package dev.holdfast.courier.repair;

import dev.holdfast.contracts.Service;
import java.util.Set;

/** The way of messages of one kind from one service to another, which may be itself. */
public sealed interface Edge {

    Service sender();

    Service receiver();

    /** Every command that the sender sends to the receiver. */
    record Commands(Service sender, Service receiver) implements Edge {}

    /**
     * Every event of the sender on the topics that the receiver reads.
     *
     * @param topics all that the receiver reads; those on which the sender publishes nothing do no
     *     harm
     */
    record Events(Service sender, Service receiver, Set<String> topics) implements Edge {

        public Events {
            topics = Set.copyOf(topics);
            if (topics.isEmpty()) {
                throw new IllegalArgumentException(
                        "An edge of events has a topic at least; %s reads none."
                                .formatted(receiver.label()));
            }
        }
    }
}
