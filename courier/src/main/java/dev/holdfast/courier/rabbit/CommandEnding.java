package dev.holdfast.courier.rabbit;

import dev.holdfast.courier.failpoint.Failpoint;
import dev.holdfast.courier.retry.Durably;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Writes what becomes of a failed command, then acknowledges it. The write must not fail for what
 * the message is, so if it fails nevertheless, RabbitMQ gets the message back, and its delivery
 * limit is the last guard.
 */
@ApplicationScoped
class CommandEnding {

    private static final int TRIES = 4;

    private final Durably durably;

    CommandEnding(Durably durably) {
        this.durably = durably;
    }

    /**
     * Runs the write in a transaction and answers the delivery.
     *
     * @throws dev.holdfast.courier.drain.HandedBack if the process stops first
     */
    void make(CommandDelivery delivery, Runnable write) {
        if (durably.write(write, TRIES)) {
            Failpoint.at("command.fate-written-not-acknowledged");
            delivery.acknowledge();
        } else {
            delivery.giveBack();
        }
    }
}
