package dev.holdfast.courier.pgbouncer;

import com.sun.security.auth.module.UnixSystem;
import dev.holdfast.devstack.stack.TestServers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/** A PgBouncer in transaction mode before the test's Postgres, with two connections for all. */
public final class PgBouncer implements AutoCloseable {

    private final Process process;
    private final int port;

    private PgBouncer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts one that logs in as a service; the test is not run where there is none to be had. */
    public static PgBouncer before(Map<String, String> settings) throws IOException {
        var program = PgBouncerProgram.find();
        Assumptions.assumeTrue(program.isPresent(), "PgBouncer is not to be had here.");
        int port = freePort();
        Path folder = Files.createTempDirectory("holdfast-pgbouncer");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path configuration = folder.resolve("pgbouncer.ini");
        Files.writeString(configuration, configuration(settings, port));
        List<String> command = new ArrayList<>();
        command.add(program.get().program().toString());
        if (new UnixSystem().getUid() == 0) {
            command.addAll(List.of("-u", "nobody"));
        }
        command.add(configuration.toString());
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(program.get().environment());
        var bouncer = new PgBouncer(builder.start(), port);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(bouncer::answers);
        return bouncer;
    }

    /** The settings of a service that is to come through it. */
    public Map<String, String> through(Map<String, String> settings) {
        URI url = postgres(settings);
        Map<String, String> changed = new HashMap<>(settings);
        changed.put(
                "quarkus.datasource.jdbc.url",
                "jdbc:postgresql://127.0.0.1:%d%s?%s&prepareThreshold=0"
                        .formatted(port, url.getPath(), url.getQuery()));
        return changed;
    }

    @Override
    public void close() {
        process.destroy();
    }

    private boolean answers() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String configuration(Map<String, String> settings, int port) {
        return """
               [databases]
               holdfast = host=127.0.0.1 port=%d dbname=holdfast user=%s password=%s
               [pgbouncer]
               listen_addr = 127.0.0.1
               listen_port = %d
               unix_socket_dir =
               auth_type = any
               pool_mode = transaction
               default_pool_size = 2
               max_client_conn = 200
               ignore_startup_parameters = search_path, extra_float_digits
               log_connections = 0
               log_disconnections = 0
               """
                .formatted(
                        TestServers.shared().postgres().port(),
                        settings.get("quarkus.datasource.username"),
                        settings.get("quarkus.datasource.password"),
                        port);
    }

    private static URI postgres(Map<String, String> settings) {
        return URI.create(settings.get("quarkus.datasource.jdbc.url").substring("jdbc:".length()));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
