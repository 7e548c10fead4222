package dev.holdfast.devstack.stack;

import dev.holdfast.devstack.folder.Ports;
import dev.holdfast.devstack.folder.StateFolder;
import dev.holdfast.devstack.process.Launch;
import dev.holdfast.devstack.process.Signal;
import dev.holdfast.devstack.server.Java;
import dev.holdfast.devstack.server.Server;
import dev.holdfast.devstack.server.Startup;
import dev.holdfast.devstack.server.Versions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A server that stands where a third party would: a main class of this module that takes its ports
 * and its data folder as options and listens once it is ready.
 */
abstract sealed class Sandbox implements Server permits Payments, Mail {

    private static final Duration GRACE = Duration.ofSeconds(5);

    private final StateFolder folder;
    private final Ports ports;
    private final String mainClass;
    private final Map<String, Integer> usualPorts;

    /**
     * @param usualPorts the name of each port's option, with the port it usually has
     */
    Sandbox(StateFolder folder, Ports ports, String mainClass, Map<String, Integer> usualPorts) {
        this.folder = folder;
        this.ports = ports;
        this.mainClass = mainClass;
        this.usualPorts = usualPorts;
    }

    @Override
    public String version() {
        return Versions.of("holdfast");
    }

    @Override
    public void start() {
        Startup.run(folder, name(), this::launch, this::answers);
    }

    @Override
    public boolean ready() {
        return folder.processes().living(name()).isPresent() && answers();
    }

    @Override
    public void stop() {
        folder.processes().end(name(), Signal.TERM, GRACE);
    }

    @Override
    public void kill() {
        folder.processes().end(name(), Signal.KILL, GRACE);
    }

    final int port(String option) {
        return ports.known(purpose(option), usualPorts.get(option));
    }

    private Launch launch() {
        var arguments = new ArrayList<String>();
        usualPorts.forEach(
                (option, usual) -> {
                    arguments.add("--" + option);
                    arguments.add(String.valueOf(ports.free(purpose(option), usual)));
                });
        arguments.addAll(List.of("--data", folder.data(name()).toString()));
        return Java.mainClass(mainClass, List.of("-Xmx128m"), arguments);
    }

    private boolean answers() {
        return usualPorts.keySet().stream().noneMatch(option -> Ports.isFree(port(option)));
    }

    private String purpose(String option) {
        return name() + "." + option;
    }
}
