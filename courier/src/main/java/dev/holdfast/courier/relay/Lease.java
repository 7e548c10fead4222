package dev.holdfast.courier.relay;

/**
 * The right to move a feed's cursor, until another takes it over.
 *
 * @param fence grows with each take-over; a statement with an older one changes nothing
 * @param lo everything visible here has been relayed
 * @param window what was left unfinished; null if nothing was
 */
record Lease(long fence, String lo, Window window) {}
