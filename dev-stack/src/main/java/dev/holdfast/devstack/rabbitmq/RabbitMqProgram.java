package dev.holdfast.devstack.rabbitmq;

import dev.holdfast.devstack.process.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An installed RabbitMQ.
 *
 * @param scripts the folder of {@code rabbitmq-server}, as RabbitMQ itself ships it: what packages
 *     put onto the path may insist on a certain user
 * @param epmd Erlang's port mapper
 */
record RabbitMqProgram(Path scripts, Path epmd) {

    private static final List<String> USUAL_FOLDERS =
            List.of(
                    "/usr/lib/rabbitmq/bin",
                    "/opt/homebrew/opt/rabbitmq/sbin",
                    "/usr/local/opt/rabbitmq/sbin",
                    "/opt/rabbitmq/sbin");
    private static final List<String> USUAL_EPMDS =
            List.of("/usr/lib/erlang/bin/epmd", "/usr/lib64/erlang/bin/epmd");
    private static final Pattern VERSION = Pattern.compile("rabbitmq_server-([0-9][\\w.]*)");

    /** The one that is installed on this machine. */
    static Optional<RabbitMqProgram> installed() {
        var scripts =
                Stream.concat(
                                USUAL_FOLDERS.stream().map(Path::of),
                                Stream.ofNullable(Command.find("rabbitmq-server"))
                                        .map(Path::getParent))
                        .filter(folder -> Files.isExecutable(folder.resolve("rabbitmq-server")))
                        .findFirst();
        return scripts.flatMap(
                folder -> portMapper().map(epmd -> new RabbitMqProgram(folder, epmd)));
    }

    /** The version, or "installed" where its folder does not tell. */
    String version() {
        try {
            var matcher = VERSION.matcher(server().toRealPath().toString());
            return matcher.find() ? matcher.group(1) : "installed";
        } catch (IOException e) {
            return "installed";
        }
    }

    Path server() {
        return scripts.resolve("rabbitmq-server");
    }

    private static Optional<Path> portMapper() {
        return Stream.concat(
                        Stream.ofNullable(Command.find("epmd")), USUAL_EPMDS.stream().map(Path::of))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
