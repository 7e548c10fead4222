package dev.holdfast.devstack.stack;

import dev.holdfast.devstack.folder.OwnerOnly;
import dev.holdfast.devstack.folder.StateFolder;
import dev.holdfast.devstack.process.ProcessId;
import dev.holdfast.devstack.process.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The folders of test servers, each owned by one JVM. */
final class TestFolders {

    private static final String OWNER = "owner";
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private final Path all;

    /**
     * @param all the folder that holds them
     */
    TestFolders(Path all) {
        this.all = all;
    }

    /** Those of this user. */
    static TestFolders ofUser() {
        var user = System.getProperty("user.name");
        return new TestFolders(
                OwnerOnly.folder(
                        Path.of(System.getProperty("java.io.tmpdir"), "holdfast-tests-" + user)));
    }

    /** A new folder for this JVM. */
    Path own() {
        var self = ProcessId.current();
        var folder = all.resolve(String.valueOf(self.pid()));
        OwnerOnly.write(folder.resolve(OWNER), self.toString());
        return folder;
    }

    /** Ends whatever runs in the folder, and deletes it, when this JVM exits. */
    void endWithJvm(Path folder) {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> end(folder)));
    }

    /** Ends what JVMs that exist no longer had started. */
    void endThoseOfKilledJvms() {
        try (var folders = Files.list(all)) {
            folders.filter(folder -> !isOwned(folder)).forEach(TestFolders::end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOwned(Path folder) {
        try {
            return ProcessId.parse(Files.readString(folder.resolve(OWNER)))
                    .filter(ProcessId::isAlive)
                    .isPresent();
        } catch (IOException e) {
            // Being made or being deleted at this moment, by someone who lives.
            return true;
        }
    }

    private static void end(Path root) {
        var folder = new StateFolder(root);
        var processes = folder.processes();
        List<Runnable> ends =
                processes.names().stream()
                        .<Runnable>map(name -> () -> processes.end(name, Signal.KILL, AT_ONCE))
                        .toList();
        AllAtOnce.run(ends);
        folder.delete();
    }
}
