package dev.holdfast.devstack.thirdparty;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What every stand-in is started with. */
public final class Arguments {

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "Where what was received is kept.")
    private Path data;

    @Option(
            names = "--port",
            defaultValue = "0",
            description = "Port to listen on; 0 (the default) takes any free one.")
    private int port;

    public Path data() {
        return data;
    }

    public int port() {
        return port;
    }
}
