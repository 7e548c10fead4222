package dev.holdfast.gateway.ledger;

import java.util.Map;

/**
 * What a client is told, kept so that it can be told again.
 *
 * @param body JSON
 */
public record Answer(int status, Map<String, String> headers, String body) {}
