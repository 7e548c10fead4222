package dev.holdfast.devstack.stack;

import dev.holdfast.devstack.folder.Ports;
import dev.holdfast.devstack.folder.StateFolder;
import dev.holdfast.devstack.process.Launch;
import dev.holdfast.devstack.server.Java;
import dev.holdfast.devstack.server.ProcessServer;
import dev.holdfast.devstack.server.Versions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A server that stands where a third party would: a main class of this module that takes its ports
 * and its data folder as options and listens once it is ready.
 */
abstract sealed class Sandbox extends ProcessServer permits Payments, Mail {

    private final Class<?> mainClass;
    private final Map<String, Integer> usualPorts;

    /**
     * @param usualPorts the name of each port's option, with the port it usually has
     */
    Sandbox(
            String name,
            StateFolder folder,
            Ports ports,
            Class<?> mainClass,
            Map<String, Integer> usualPorts) {
        super(name, folder, ports);
        this.mainClass = mainClass;
        this.usualPorts = usualPorts;
    }

    @Override
    public String version() {
        return Versions.of("holdfast");
    }

    final int port(String option) {
        return ports.known(purpose(option), usualPorts.get(option));
    }

    @Override
    protected Launch launch() {
        var arguments = new ArrayList<String>();
        usualPorts.forEach(
                (option, usual) -> {
                    arguments.add("--" + option);
                    arguments.add(String.valueOf(ports.free(purpose(option), usual)));
                });
        arguments.addAll(List.of("--data", folder.data(name()).toString()));
        return Java.mainClass(mainClass.getName(), List.of("-Xmx128m"), arguments);
    }

    @Override
    public boolean answers() {
        return usualPorts.keySet().stream().allMatch(option -> Ports.isTaken(port(option)));
    }

    private String purpose(String option) {
        return name() + "." + option;
    }
}
