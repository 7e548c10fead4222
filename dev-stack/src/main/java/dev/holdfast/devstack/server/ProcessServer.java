package dev.holdfast.devstack.server;

import dev.holdfast.devstack.folder.Ports;
import dev.holdfast.devstack.folder.StateFolder;
import dev.holdfast.devstack.process.Launch;
import dev.holdfast.devstack.process.ProcessId;
import dev.holdfast.devstack.process.Signal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;

/** A server that is a process of this machine, kept in a state folder under its name. */
public abstract class ProcessServer implements Server {

    protected final StateFolder folder;
    protected final Ports ports;
    private final String name;

    protected ProcessServer(String name, StateFolder folder, Ports ports) {
        this.name = name;
        this.folder = folder;
        this.ports = ports;
    }

    /** Prepares what the process needs and says how to start it. */
    protected abstract Launch launch();

    @Override
    public final String name() {
        return name;
    }

    /** What the process printed. */
    public final Path log() {
        return folder.log(name);
    }

    @Override
    public final OptionalLong pid() {
        return folder.processes().living(name).stream().mapToLong(ProcessId::pid).findFirst();
    }

    @Override
    public void start() {
        var data = new ServerData(folder, name);
        if (pid().isEmpty()) {
            data.forgetIfIncomplete();
        }
        Startup.run(folder, name, this::launch, this::answers);
        prepare();
        data.complete();
    }

    /** Does what is left to do once it answers, before anyone else may use it. */
    protected void prepare() {}

    @Override
    public final void stop(Duration grace) {
        end(stopSignal(), grace);
    }

    @Override
    public final void kill() {
        end(Signal.KILL, GRACE);
    }

    /** What asks the process to end in good order. */
    protected Signal stopSignal() {
        return Signal.TERM;
    }

    /** Ends the process; uses force after the grace. */
    protected void end(Signal signal, Duration grace) {
        folder.processes().end(name, signal, grace);
    }
}
