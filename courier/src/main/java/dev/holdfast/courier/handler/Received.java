package dev.holdfast.courier.handler;

import dev.holdfast.courier.message.Envelope;

/** A message that arrived, read. */
public record Received<M>(M body, Envelope envelope) {}
