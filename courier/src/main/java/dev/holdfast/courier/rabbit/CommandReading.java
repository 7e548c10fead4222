package dev.holdfast.courier.rabbit;

/** What reading a delivery came to. */
sealed interface CommandReading permits CommandMessage, CommandRefusal {

    CommandDelivery delivery();
}
