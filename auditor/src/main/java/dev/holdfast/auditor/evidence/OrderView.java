package dev.holdfast.auditor.evidence;

import java.util.UUID;

/** An order as the gateway shows it. */
public record OrderView(UUID id, long version, String status) {}
