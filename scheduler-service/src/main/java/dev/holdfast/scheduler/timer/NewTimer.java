package dev.holdfast.scheduler.timer;

import dev.holdfast.contracts.Catalogue;
import dev.holdfast.contracts.Queues;
import dev.holdfast.contracts.scheduler.Fire;
import dev.holdfast.contracts.scheduler.SetTimer;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.courier.message.Envelope;
import dev.holdfast.courier.message.Trace;
import dev.holdfast.courier.retry.PermanentFailure;
import dev.holdfast.scheduler.fire.Fires;
import java.time.Instant;

/**
 * A timer as it was asked for, found fit to be set.
 *
 * @param id the caller's key
 * @param address the routing key of the service that takes what it fires
 * @param asked the envelope of the command that asked for it, whose story the fired command goes on
 * @param traceparent of the span that sets it, which the fired command is a child of
 */
record NewTimer(
        String id, Instant dueAt, String address, Fire fire, Envelope asked, String traceparent) {

    static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /**
     * Reads the command.
     *
     * @param fires reads what it sends, if only that says which service is meant
     * @throws PermanentFailure if it is incomplete, or if this build knows no such command to fire
     */
    static NewTimer of(Received<SetTimer> command, Fires fires) {
        SetTimer set = command.body();
        require(set.timer() != null && !set.timer().isBlank(), "A SetTimer names no timer.");
        require(set.dueAt() != null, "Timer '%s' has no due time.", set.timer());
        require(
                set.dueAt().isBefore(LATEST),
                "Timer '%s' is due after the year 9999.",
                set.timer());
        Fire fire = set.fire();
        require(
                fire != null && fire.type() != null && fire.key() != null && fire.body() != null,
                "Timer '%s' does not say what to send.",
                set.timer());
        Envelope asked = command.envelope();
        return new NewTimer(
                set.timer(), set.dueAt(), address(set, fires), fire, asked, traceparent(asked));
    }

    private static String traceparent(Envelope asked) {
        String setting = Trace.of(Cause.of(asked));
        return setting == null ? asked.traceparent() : setting;
    }

    private static String address(SetTimer set, Fires fires) {
        var type =
                Catalogue.command(set.fire().type())
                        .orElseThrow(
                                () ->
                                        new PermanentFailure(
                                                "Timer '%s' would send '%s', which is not a command of the catalogue."
                                                        .formatted(
                                                                set.timer(), set.fire().type())));
        return type.to() == null
                ? Queues.address(type, fires.command(set.fire()))
                : Queues.routingKey(type);
    }

    private static void require(boolean met, String complaint, Object... details) {
        if (!met) {
            throw new PermanentFailure(complaint.formatted(details));
        }
    }
}
