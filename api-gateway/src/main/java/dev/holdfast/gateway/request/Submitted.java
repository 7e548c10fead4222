package dev.holdfast.gateway.request;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A request body as it was sent, and read: well-formed, without unknown fields, valid by itself.
 *
 * @param content what it says
 * @param tree the same as JSON, for {@link RequestHash}
 */
public record Submitted<T>(T content, JsonNode tree) {}
