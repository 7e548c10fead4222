package dev.holdfast.devstack.rabbitmq;

import com.sun.security.auth.module.UnixSystem;
import dev.holdfast.devstack.folder.Cache;
import dev.holdfast.devstack.process.Command;
import dev.holdfast.devstack.process.FileLock;
import dev.holdfast.devstack.server.StartFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Finds RabbitMQ, and installs it where this user may. */
public final class Installer {

    private static final List<String> INSTALL =
            List.of("apt-get", "install", "-y", "--no-install-recommends", "rabbitmq-server");

    private final Consumer<String> say;

    /**
     * @param say is told before anything is changed on the machine
     */
    public Installer(Consumer<String> say) {
        this.say = say;
    }

    boolean canProvide() {
        return RabbitMqProgram.installed().isPresent() || mayInstall();
    }

    /**
     * @throws StartFailure if there is none and this user may not install one; the message says
     *     what to run
     */
    RabbitMqProgram program() {
        return RabbitMqProgram.installed().orElseGet(this::install);
    }

    private RabbitMqProgram install() {
        if (!mayInstall()) {
            throw new StartFailure(
                    "RabbitMQ is not installed: run 'sudo %s' (Debian, Ubuntu) or 'brew install"
                            + " rabbitmq' (macOS), or start with './holdfast up --docker'."
                                    .formatted(String.join(" ", INSTALL)));
        }
        try (var _ = FileLock.take(Cache.folder().resolve("rabbitmq-install.lock"))) {
            return RabbitMqProgram.installed().orElseGet(this::installPackage);
        }
    }

    private RabbitMqProgram installPackage() {
        say.accept("RabbitMQ is not installed; running '" + String.join(" ", INSTALL) + "'.");
        try (var _ = ServicesHeldBack.byPolicy()) {
            apt(INSTALL);
        }
        return RabbitMqProgram.installed()
                .orElseThrow(() -> new StartFailure("RabbitMQ was installed but cannot be found."));
    }

    private static void apt(List<String> install) {
        var environment = Map.of("DEBIAN_FRONTEND", "noninteractive");
        if (new Command(install, environment).run().succeeded()) {
            return;
        }
        // The list of packages may be older than the packages.
        new Command(List.of("apt-get", "update"), environment).run();
        var second = new Command(install, environment).run();
        if (!second.succeeded()) {
            throw new StartFailure("RabbitMQ cannot be installed: " + second.output().strip());
        }
    }

    private static boolean mayInstall() {
        boolean root = new UnixSystem().getUid() == 0;
        return root && Command.exists("apt-get") && Files.exists(Path.of("/etc/debian_version"));
    }
}
