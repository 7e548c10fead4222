package dev.holdfast.jobs.lease;

import dev.holdfast.courier.message.MessageIds;
import java.util.UUID;

/**
 * Who holds jobs: this process, until it has to presume that others take it for dead; then it goes
 * on as somebody else.
 *
 * @param node where it runs, for people
 */
public record Worker(UUID id, String node) {

    /** Somebody new. */
    public static Worker on(String node) {
        return new Worker(MessageIds.next(), node);
    }
}
