package dev.holdfast.courier.handler;

import dev.holdfast.contracts.Catalogue;
import dev.holdfast.contracts.CommandType;
import dev.holdfast.contracts.Service;
import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The commands that this service carries out, and by what. */
@ApplicationScoped
@Startup
public class Handlers {

    private final Map<Class<?>, Handler<?>> byCommand = new HashMap<>();

    Handlers(
            @All List<Handler<?>> handlers,
            @ConfigProperty(name = "holdfast.service") String service) {
        Service here = Service.named(service);
        for (Handler<?> handler : handlers) {
            requireSentHere(handler, here);
            Handler<?> other = byCommand.put(handler.command(), handler);
            if (other != null) {
                throw new IllegalStateException(
                        "%s has two handlers; it must have one."
                                .formatted(handler.command().getName()));
            }
        }
    }

    private static void requireSentHere(Handler<?> handler, Service here) {
        boolean sentHere =
                Catalogue.COMMANDS.stream()
                        .anyMatch(type -> type.body() == handler.command() && type.goesTo(here));
        if (!sentHere) {
            throw new IllegalStateException(
                    "The catalogue does not send %s to the %s, which has a handler for it."
                            .formatted(handler.command().getName(), here.label()));
        }
    }

    /** What carries out commands of this type, if anything here does. */
    public Optional<Handler<?>> of(CommandType<?> type) {
        return Optional.ofNullable(byCommand.get(type.body()));
    }
}
