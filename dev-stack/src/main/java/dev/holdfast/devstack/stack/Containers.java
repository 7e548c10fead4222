package dev.holdfast.devstack.stack;

import dev.holdfast.devstack.docker.Compose;
import dev.holdfast.devstack.docker.Container;
import dev.holdfast.devstack.folder.Remembered;
import dev.holdfast.devstack.folder.StateFolder;
import dev.holdfast.devstack.server.Server;
import dev.holdfast.devstack.server.StartFailure;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which servers of a stack are containers: chosen at a start, held until the stack is down. */
final class Containers {

    private static final String CHOSEN = "chosen";

    private final Servers servers;
    private final Remembered remembered;
    private final Compose compose;

    Containers(Servers servers, StateFolder folder, Place place) {
        this.servers = servers;
        this.remembered = folder.remembered("containers");
        this.compose =
                new Compose(
                        place.repository().resolve("compose.yaml"),
                        "holdfast-%08x".formatted(folder.root().hashCode()),
                        this::environment);
    }

    /** The server as it was chosen to be. */
    Server chosen(Server server) {
        return names().contains(server.name()) ? new Container(server, compose) : server;
    }

    /**
     * Takes Postgres, Kafka and RabbitMQ from Docker from now on.
     *
     * @throws StartFailure if Docker is not there, or if they run already without it
     */
    void chooseAll() {
        if (!Compose.isUsable()) {
            throw new StartFailure(
                    "Docker with Compose does not answer: start it, or leave out --docker.");
        }
        var all = List.<Server>of(servers.postgres(), servers.kafka(), servers.rabbitMq());
        if (all.stream().anyMatch(server -> server.pid().isPresent())) {
            throw new StartFailure(
                    "The servers run without Docker; end them with './holdfast down'.");
        }
        remember(all.stream().map(Server::name).toList());
    }

    /** Takes RabbitMQ from Docker where there is no other way to have one. */
    void chooseWhatIsMissing() {
        var rabbitMq = servers.rabbitMq();
        if (!names().contains(rabbitMq.name()) && !rabbitMq.canStart() && Compose.isUsable()) {
            remember(Stream.concat(names().stream(), Stream.of(rabbitMq.name())).toList());
        }
    }

    /** The next start chooses anew; what the containers stored stays. */
    void forget() {
        if (!names().isEmpty()) {
            remember(List.of());
        }
    }

    /** Removes the containers with all they stored. */
    void wipe() {
        if (!names().isEmpty()) {
            compose.wipe();
        }
    }

    private List<String> names() {
        return remembered.get(CHOSEN).filter(text -> !text.isEmpty()).stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .toList();
    }

    private void remember(List<String> names) {
        remembered.put(CHOSEN, String.join(",", names));
    }

    private Map<String, String> environment() {
        return Map.of(
                "HOLDFAST_POSTGRES_PORT", String.valueOf(servers.postgres().port()),
                "HOLDFAST_POSTGRES_PASSWORD", servers.postgres().password(),
                "HOLDFAST_KAFKA_PORT", String.valueOf(servers.kafka().port()),
                "HOLDFAST_RABBITMQ_PORT", String.valueOf(servers.rabbitMq().port()),
                "HOLDFAST_RABBITMQ_MANAGEMENT_PORT",
                        String.valueOf(servers.rabbitMq().managementPort()),
                "HOLDFAST_RABBITMQ_PASSWORD", servers.rabbitMq().password());
    }
}
