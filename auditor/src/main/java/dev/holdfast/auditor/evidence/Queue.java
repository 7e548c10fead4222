package dev.holdfast.auditor.evidence;

/** A queue of RabbitMQ. */
public record Queue(String name, long messages) {}
