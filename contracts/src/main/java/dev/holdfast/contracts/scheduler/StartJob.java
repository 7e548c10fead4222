package dev.holdfast.contracts.scheduler;

import dev.holdfast.contracts.Addressed;

/**
 * Have a job run where its data is. The id of the command is the id of the job.
 *
 * @param service the service that knows the kind
 * @param kind the name of the kind
 * @param input what the kind is given, as JSON
 * @param uniqueKey no two jobs of the kind wait or run under the same key; null for any number
 * @param schedule the schedule that started it and is told when it has ended; null if none did
 */
public record StartJob(String service, String kind, String input, String uniqueKey, String schedule)
        implements Addressed {

    @Override
    public String key() {
        return kind;
    }

    /** The same, started by a schedule. */
    public StartJob by(String startedBy) {
        return new StartJob(service, kind, input, uniqueKey, startedBy);
    }
}
