package dev.holdfast.auditor.evidence;

import java.util.UUID;

/**
 * An event as it stands on a topic.
 *
 * @param version its place among the events of its key; null if they have none
 */
public record TopicRecord(
        String topic, int partition, long offset, String key, UUID id, Long version) {}
