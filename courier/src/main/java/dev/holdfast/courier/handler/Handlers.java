package dev.holdfast.courier.handler;

import dev.holdfast.contracts.CommandType;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The commands that this service carries out, and by what. */
@ApplicationScoped
public class Handlers {

    private final Map<Class<?>, Handler<?>> byCommand = new HashMap<>();

    Handlers(@All List<Handler<?>> handlers) {
        for (Handler<?> handler : handlers) {
            Handler<?> other = byCommand.put(handler.command(), handler);
            if (other != null) {
                throw new IllegalStateException(
                        "%s has two handlers; it must have one."
                                .formatted(handler.command().getName()));
            }
        }
    }

    /** What carries out commands of this type, if anything here does. */
    public Optional<Handler<?>> of(CommandType<?> type) {
        return Optional.ofNullable(byCommand.get(type.body()));
    }
}
