package dev.holdfast.courier.parking;

/**
 * How many keys are parked.
 *
 * @param gaps how many of them because a version has not come
 */
record ParkedCount(long keys, long gaps) {}
