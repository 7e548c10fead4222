package dev.holdfast.courier.kafka;

import dev.holdfast.contracts.Topics;
import dev.holdfast.courier.handler.EventHandler;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets no service start that reads events into nothing, or whose handler no event would ever reach:
 * it would look healthy, and miss everything.
 */
@ApplicationScoped
class EventWiring {

    private static final String SETTING = "mp.messaging.incoming.events.";

    private final Instance<EventHandler> handlers;
    private final Instance<EventIntake> intake;
    private final Optional<List<String>> topics;

    EventWiring(
            Instance<EventHandler> handlers,
            Instance<EventIntake> intake,
            @ConfigProperty(name = SETTING + "topics") Optional<List<String>> topics) {
        this.handlers = handlers;
        this.intake = intake;
        this.topics = topics;
    }

    /** Before any server is asked for anything. */
    void check(@Observes @Priority(0) StartupEvent start) {
        check((int) handlers.stream().count(), intake.isResolvable(), topics.orElse(List.of()));
    }

    /**
     * Checks what was put together.
     *
     * @throws IllegalArgumentException if it does not fit; the message says what to set
     */
    static void check(int handlers, boolean enabled, List<String> topics) {
        if (handlers > 1) {
            throw new IllegalArgumentException(
                    "This service has %d event handlers; it must have one.".formatted(handlers));
        }
        if (handlers == 1 && !enabled) {
            throw new IllegalArgumentException(
                    "This service has an event handler that no event can reach: build it with %senabled=true."
                            .formatted(SETTING));
        }
        if (enabled && handlers == 0) {
            throw new IllegalArgumentException(
                    "This service reads events and has no event handler: build it with %senabled=false."
                            .formatted(SETTING));
        }
        if (enabled) {
            check(topics);
        }
    }

    private static void check(List<String> topics) {
        if (topics.isEmpty()) {
            throw new IllegalArgumentException(
                    "This service reads events, but from nowhere: set %stopics."
                            .formatted(SETTING));
        }
        for (String topic : topics) {
            if (!Topics.ALL.contains(topic)) {
                throw new IllegalArgumentException(
                        "%stopics names '%s'; there are %s."
                                .formatted(SETTING, topic, String.join(", ", Topics.ALL)));
            }
        }
    }
}
