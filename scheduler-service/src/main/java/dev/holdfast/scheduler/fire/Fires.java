package dev.holdfast.scheduler.fire;

import dev.holdfast.contracts.Catalogue;
import dev.holdfast.contracts.Command;
import dev.holdfast.contracts.scheduler.Fire;
import dev.holdfast.courier.handler.BodyReader;
import dev.holdfast.courier.retry.PermanentFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;

/** Reads what is to be sent. */
@ApplicationScoped
public class Fires {

    private final BodyReader bodies;

    Fires(BodyReader bodies) {
        this.bodies = bodies;
    }

    /**
     * The command that this stands for.
     *
     * @throws PermanentFailure if it is incomplete, of a type that is not in the catalogue, or for
     *     a service that there is not
     */
    public Command command(Fire fire) {
        if (fire == null || fire.type() == null || fire.body() == null) {
            throw new PermanentFailure("It is not said what to send.");
        }
        var type =
                Catalogue.command(fire.type())
                        .orElseThrow(
                                () ->
                                        new PermanentFailure(
                                                "'%s' is not a command of the catalogue."
                                                        .formatted(fire.type())));
        Command command = bodies.read(fire.body().getBytes(StandardCharsets.UTF_8), type.body());
        try {
            type.addressee(command);
        } catch (IllegalArgumentException e) {
            throw new PermanentFailure(e.getMessage(), e);
        }
        requireKey(type.name(), command);
        return command;
    }

    private static void requireKey(String name, Command command) {
        try {
            if (command.key() != null) {
                return;
            }
        } catch (NullPointerException e) {
            // A command makes its key of what its body says, which here does not say it.
            throw new PermanentFailure("The %s does not say what it is about.".formatted(name), e);
        }
        throw new PermanentFailure("The %s does not say what it is about.".formatted(name));
    }
}
