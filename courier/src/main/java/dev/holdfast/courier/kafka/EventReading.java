package dev.holdfast.courier.kafka;

/** What reading a record came to. */
sealed interface EventReading permits EventMessage, EventRefusal {}
