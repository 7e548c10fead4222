package dev.holdfast.devstack.postgres;

import com.sun.security.auth.module.UnixSystem;
import dev.holdfast.devstack.folder.OwnerOnly;
import dev.holdfast.devstack.folder.Ports;
import dev.holdfast.devstack.folder.Secrets;
import dev.holdfast.devstack.folder.StateFolder;
import dev.holdfast.devstack.process.Command;
import dev.holdfast.devstack.process.Launch;
import dev.holdfast.devstack.process.Signal;
import dev.holdfast.devstack.server.ProcessServer;
import dev.holdfast.devstack.server.StartFailure;
import dev.holdfast.devstack.server.Versions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A real PostgreSQL of our own, on the loopback address only.
 *
 * <p>What it acknowledges is on disk: fsync and synchronous commit are on, in tests too.
 */
public final class Postgres extends ProcessServer {

    public static final int USUAL_PORT = 5432;
    public static final String DATABASE = "holdfast";

    /** Reads every schema; is let in without a password. */
    public static final String READER = "holdfast";

    public static final String SUPERUSER = "postgres";

    private static final String WHO_MAY_CONNECT =
            """
            # database  user      address        method
            host all    holdfast  127.0.0.1/32   trust
            host all    all       127.0.0.1/32   scram-sha-256
            """;

    private final Path data;

    public Postgres(StateFolder folder, Ports ports) {
        super("postgres", folder, ports);
        this.data = folder.root().resolve("data").resolve(name());
    }

    @Override
    public String version() {
        return Versions.of("postgres");
    }

    @Override
    public int port() {
        return ports.known(name(), USUAL_PORT);
    }

    /** The address of the database; without a schema. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port(), DATABASE);
    }

    @Override
    protected void prepare() {
        new Roles(superuserUrl("postgres"), superuserUrl(DATABASE)).make();
    }

    /** Its clients do not keep it from ending. */
    @Override
    protected Signal stopSignal() {
        return Signal.INT;
    }

    @Override
    public boolean answers() {
        DriverManager.setLoginTimeout(5);
        try (var connection = DriverManager.getConnection(superuserUrl("postgres"))) {
            return connection.isValid(5);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private String superuserUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s&password=%s"
                .formatted(port(), database, SUPERUSER, password());
    }

    /** The superuser's. */
    public String password() {
        return new Secrets(folder).of("postgres.superuser");
    }

    @Override
    protected Launch launch() {
        var binaries = PostgresBinaries.folder();
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            makeData(binaries);
        }
        var command = new ArrayList<>(asOrdinaryUser());
        command.addAll(List.of(binaries.resolve("bin/postgres").toString(), "-D", data.toString()));
        settings().forEach(setting -> command.addAll(List.of("-c", setting)));
        return Launch.of(command);
    }

    private List<String> settings() {
        return List.of(
                "port=" + ports.free(name(), USUAL_PORT),
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=200",
                "fsync=on",
                "synchronous_commit=on",
                "timezone=UTC",
                "log_timezone=UTC");
    }

    private void makeData(Path binaries) {
        var password = folder.root().resolve("postgres.password");
        OwnerOnly.write(password, password());
        var command = new ArrayList<>(asOrdinaryUser());
        command.addAll(
                List.of(
                        binaries.resolve("bin/initdb").toString(),
                        "--pgdata=" + data,
                        "--username=" + SUPERUSER,
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--no-locale"));
        try {
            Command.of(command.toArray(String[]::new)).output();
            Files.delete(password);
            Files.writeString(data.resolve("pg_hba.conf"), WHO_MAY_CONNECT);
        } catch (IOException | IllegalStateException e) {
            throw new StartFailure("PostgreSQL cannot make its data: " + e.getMessage(), e);
        }
    }

    /**
     * PostgreSQL refuses to run as root, and as a user that the machine does not know, as in some
     * containers: in a user namespace of its own, both are nobody.
     */
    private static List<String> asOrdinaryUser() {
        boolean root = new UnixSystem().getUid() == 0;
        boolean unknown = System.getProperty("user.name").equals("?");
        return root || unknown ? List.of("unshare", "-U") : List.of();
    }
}
