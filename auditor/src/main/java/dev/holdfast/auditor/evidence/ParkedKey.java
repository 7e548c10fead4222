package dev.holdfast.auditor.evidence;

/** A key of a topic that cannot go on, with how many messages wait behind it. */
public record ParkedKey(Service service, String topic, String key, String reason, long waiting) {}
