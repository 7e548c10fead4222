package dev.holdfast.devstack.stack;

import dev.holdfast.devstack.folder.Ports;
import dev.holdfast.devstack.folder.StateFolder;
import dev.holdfast.devstack.kafka.KafkaServer;
import dev.holdfast.devstack.postgres.Postgres;
import dev.holdfast.devstack.process.FileLock;
import dev.holdfast.devstack.process.Signal;
import dev.holdfast.devstack.rabbitmq.RabbitMq;
import dev.holdfast.devstack.server.Server;
import dev.holdfast.devstack.token.DevTokens;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Everything that makes up one Holdfast on this machine: the servers and the four services. */
public final class Stack {

    private static final int FIRST_SERVICE_PORT = 8080;
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final StateFolder folder;
    private final Servers servers;
    private final Containers containers;
    private final Tracing tracing;
    private final Map<String, ServiceProcess> services = new LinkedHashMap<>();
    private final Consumer<String> say;

    /**
     * @param say is told what the user should know while something is done
     */
    public Stack(Place place, Consumer<String> say) {
        this.say = say;
        folder = new StateFolder(place.state());
        var ports = Ports.usual(folder);
        servers = Servers.in(folder, ports, say);
        containers = new Containers(servers, folder, place);
        tracing = new Tracing(folder);
        for (var name : Servers.SCHEMAS.keySet()) {
            int port = FIRST_SERVICE_PORT + services.size();
            var service =
                    new ServiceProcess(name, folder, ports, port, place, () -> settings(name));
            services.put(name, service);
        }
    }

    /** Where the state and the logs are. */
    public StateFolder folder() {
        return folder;
    }

    public Postgres postgres() {
        return servers.postgres();
    }

    public KafkaServer kafka() {
        return servers.kafka();
    }

    public RabbitMq rabbitMq() {
        return servers.rabbitMq();
    }

    public Payments payments() {
        return servers.payments();
    }

    public Mail mail() {
        return servers.mail();
    }

    public DevTokens tokens() {
        return servers.tokens();
    }

    public Tracing tracing() {
        return tracing;
    }

    /** By name, in the order in which they are shown. */
    public Map<String, ServiceProcess> services() {
        return services;
    }

    public ServiceProcess gateway() {
        return services.get("api-gateway");
    }

    /** What the services stand on, each as a process or a container. */
    public List<Server> servers() {
        return Stream.of(postgres(), kafka(), rabbitMq(), payments(), mail())
                .map(containers::chosen)
                .toList();
    }

    /** Servers, then services. */
    public List<Server> all() {
        return Stream.concat(servers().stream(), services.values().stream()).toList();
    }

    /**
     * Starts what does not run, and returns when everything answers. If this JVM is asked to end
     * meanwhile, it ends what it has started.
     *
     * @param inDocker whether Postgres, Kafka and RabbitMQ shall be containers
     * @throws dev.holdfast.devstack.server.StartFailure if something does not come up
     */
    public void start(boolean inDocker, Progress progress) {
        try (var _ = lock();
                var interruption = new Interruption(folder, this::all, say)) {
            interruption.guard(() -> startAll(inDocker, progress));
        }
    }

    private void startAll(boolean inDocker, Progress progress) {
        if (inDocker) {
            containers.chooseAll();
        } else {
            containers.chooseWhatIsMissing();
        }
        AllAtOnce.run(starts(servers(), progress));
        AllAtOnce.run(starts(List.copyOf(services.values()), progress));
    }

    /** Ends everything: the services once they have drained, then what they stood on. */
    public void stop() {
        try (var _ = lock()) {
            end();
        }
    }

    /** Ends everything and forgets all that was stored. */
    public void wipe() {
        try (var _ = lock()) {
            end();
            containers.wipe();
            folder.empty();
        }
    }

    private void end() {
        AllAtOnce.run(stops(List.copyOf(services.values())));
        AllAtOnce.run(stops(servers()));
        var processes = folder.processes();
        processes.names().forEach(name -> processes.end(name, Signal.TERM, GRACE));
        containers.forget();
        tracing.forget();
    }

    private FileLock lock() {
        return FileLock.take(
                folder.lock(),
                () -> say.accept("Another 'holdfast' is at work on this stack; waiting."));
    }

    /** What the service is told about its servers, as Quarkus properties. */
    public Map<String, String> settings(String service) {
        var settings = new HashMap<>(servers.settings(service));
        settings.putAll(tracing.settings());
        return settings;
    }

    private static List<Runnable> starts(List<? extends Server> servers, Progress progress) {
        return servers.stream().<Runnable>map(server -> () -> start(server, progress)).toList();
    }

    private static void start(Server server, Progress progress) {
        progress.starting(server);
        long begin = System.nanoTime();
        server.start();
        progress.ready(server, Duration.ofNanos(System.nanoTime() - begin));
    }

    private static List<Runnable> stops(List<? extends Server> servers) {
        return servers.stream().<Runnable>map(server -> server::stop).toList();
    }
}
