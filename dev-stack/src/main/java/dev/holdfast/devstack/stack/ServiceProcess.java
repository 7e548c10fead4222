package dev.holdfast.devstack.stack;

import dev.holdfast.devstack.folder.Ports;
import dev.holdfast.devstack.folder.Remembered;
import dev.holdfast.devstack.folder.StateFolder;
import dev.holdfast.devstack.process.Launch;
import dev.holdfast.devstack.server.HttpProbe;
import dev.holdfast.devstack.server.Java;
import dev.holdfast.devstack.server.ProcessServer;
import dev.holdfast.devstack.server.Versions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** One of Holdfast's own services, as it is built, in a JVM of its own. */
public final class ServiceProcess extends ProcessServer {

    private static final List<String> JVM_OPTIONS = List.of("-Xmx256m", "-Xss512k");

    private final int usualPort;
    private final Place place;
    private final Supplier<Map<String, String>> settings;

    /**
     * @param settings what the service is told, as Quarkus properties; asked at its start
     */
    ServiceProcess(
            String name,
            StateFolder folder,
            Ports ports,
            int usualPort,
            Place place,
            Supplier<Map<String, String>> settings) {
        super(name, folder, ports);
        this.usualPort = usualPort;
        this.place = place;
        this.settings = settings;
    }

    @Override
    public String version() {
        return Versions.of("holdfast");
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    @Override
    public int port() {
        return ports.known(name(), usualPort);
    }

    /** Also starts it anew if it runs from an older build or was told something else. */
    @Override
    public void start() {
        var current = place.build(name()) + " " + new TreeMap<>(settings.get()).hashCode();
        if (!startedAs().get(name()).filter(current::equals).isPresent()) {
            stop();
        }
        super.start();
        startedAs().put(name(), current);
    }

    /** The jar of the service as it runs here. */
    public Path jar() {
        return new Application(place, name()).jar();
    }

    @Override
    protected Launch launch() {
        int port = ports.free(name(), usualPort);
        var environment = Environment.of(settings.get());
        environment.put("QUARKUS_PROFILE", "dev");
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        return new Launch(Java.jar(jar(), JVM_OPTIONS).command(), environment);
    }

    @Override
    public boolean answers() {
        return HttpProbe.isOk(url() + "/q/health/ready");
    }

    private Remembered startedAs() {
        return folder.remembered("services");
    }
}
