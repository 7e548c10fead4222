package dev.holdfast.devstack.server;

import dev.holdfast.devstack.folder.OwnerOnly;
import dev.holdfast.devstack.folder.StateFolder;
import dev.holdfast.devstack.folder.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The data of a server, which counts from the end of its first start: what a start that was cut off
 * left half-made is made anew.
 */
final class ServerData {

    private final Path data;
    private final Path mark;

    ServerData(StateFolder folder, String server) {
        this.data = folder.root().resolve("data").resolve(server);
        this.mark = data.resolveSibling(server + ".complete");
    }

    /** Deletes the data if no start was ever completed on it. */
    void forgetIfIncomplete() {
        try {
            if (!Files.exists(mark)) {
                Trees.delete(data);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on the data counts. */
    void complete() {
        if (!Files.exists(mark)) {
            OwnerOnly.write(mark, "");
        }
    }
}
