package dev.holdfast.gateway.deadletter;

import dev.holdfast.gateway.request.Text;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The body of {@code POST /v1/redrives/{id}/cancel}. */
@RegisterForReflection
record CancelRequest(@Text(max = 500) String reason) {}
