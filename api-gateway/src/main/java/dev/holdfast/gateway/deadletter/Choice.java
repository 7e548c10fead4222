package dev.holdfast.gateway.deadletter;

import dev.holdfast.contracts.operations.DeadLetterSelection;

/** Dead letters of one service that a request means. */
record Choice(String service, DeadLetterSelection selection) {}
