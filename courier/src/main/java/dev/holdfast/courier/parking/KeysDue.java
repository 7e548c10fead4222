package dev.holdfast.courier.parking;

/** Fired inside the process when parked keys can go on at once. */
record KeysDue() {}
