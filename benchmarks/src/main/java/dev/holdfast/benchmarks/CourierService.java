package dev.holdfast.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.devstack.stack.TestServers;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The smallest service, {@code benchmarks/service}, as a process of its own. */
final class CourierService implements AutoCloseable {

    /** Whose schema and queue it has. */
    private static final String NAME = "scheduler-service";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Child child;
    private final String url;
    private final Map<String, String> settings;

    private CourierService(Child child, String url, Map<String, String> settings) {
        this.child = child;
        this.url = url;
        this.settings = settings;
    }

    /** Starts it, and returns when it is ready. */
    static CourierService start(Path repository, TestServers servers) {
        Map<String, String> settings = servers.settings(NAME);
        int port = freePort();
        List<String> arguments = new ArrayList<>();
        settings.forEach((name, value) -> arguments.add("-D%s=%s".formatted(name, value)));
        arguments.add("-Dquarkus.http.host=127.0.0.1");
        arguments.add("-Dquarkus.http.port=" + port);
        arguments.add("-jar");
        arguments.add(
                repository
                        .resolve("benchmarks/service/target/quarkus-app/quarkus-run.jar")
                        .toString());
        var service =
                new CourierService(Child.java(arguments), "http://127.0.0.1:" + port, settings);
        service.awaitReady();
        return service;
    }

    /** Lets it look at once for what it has to relay. */
    void ring() {
        post("/ring");
    }

    /** Has it publish, one transaction each, and answers how long that took. */
    JsonNode publish(int perSecond, long messages, boolean takenHere) {
        String answer =
                post(
                        "/publish?perSecond=%d&messages=%d&takenHere=%b"
                                .formatted(perSecond, messages, takenHere));
        try {
            return new ObjectMapper().readTree(answer);
        } catch (IOException e) {
            throw new IllegalStateException("The service answered '%s'.".formatted(answer), e);
        }
    }

    /** A connection to its own tables. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                settings.get("quarkus.datasource.jdbc.url"),
                settings.get("quarkus.datasource.username"),
                settings.get("quarkus.datasource.password"));
    }

    /** The role under which it is known to the database. */
    String role() {
        return settings.get("quarkus.datasource.username");
    }

    @Override
    public void close() {
        child.close();
    }

    private void awaitReady() {
        var ready = HttpRequest.newBuilder(URI.create(url + "/q/health/ready")).build();
        Waiting.until(
                "The service in benchmarks/service is not ready; %s".formatted(child.lastWords()),
                PATIENCE,
                () -> {
                    child.requireAlive();
                    try {
                        return http.send(ready, BodyHandlers.discarding()).statusCode() == 200;
                    } catch (IOException notYet) {
                        return false;
                    }
                });
    }

    private String post(String path) {
        var request =
                HttpRequest.newBuilder(URI.create(url + path))
                        .POST(BodyPublishers.noBody())
                        .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(
                        "%s answered %d: %s".formatted(path, answer.statusCode(), answer.body()));
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException("%s was not answered.".formatted(path), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted.", e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("There is no free port.", e);
        }
    }
}
