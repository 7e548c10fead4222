package dev.holdfast.courier.receiving;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.devstack.stack.TestServers;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** RabbitMQ as its operator sees it. */
final class Management {

    private static final String CONSUMING = "commands (Incoming)";

    private Management() {}

    /** The connections that this application takes commands through. */
    static List<String> connections() throws Exception {
        List<String> names = new ArrayList<>();
        for (JsonNode connection : new ObjectMapper().readTree(ask("GET", "/api/connections"))) {
            if (CONSUMING.equals(
                    connection.path("client_properties").path("connection_name").asText())) {
                names.add(connection.path("name").asText());
            }
        }
        return names;
    }

    /** Closes a connection from the side of the broker. */
    static void close(String connection) throws Exception {
        String name = URLEncoder.encode(connection, StandardCharsets.UTF_8).replace("+", "%20");
        ask("DELETE", "/api/connections/" + name);
    }

    /** Kills the broker and starts it with nothing it had. */
    static void wipe() throws IOException {
        var server = TestServers.shared().rabbitMq();
        server.kill();
        Path data =
                Path.of(System.getProperty("holdfast.test.servers"))
                        .resolve("data/rabbitmq/mnesia");
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        server.start();
    }

    private static String ask(String method, String path) throws Exception {
        var server = TestServers.shared().rabbitMq();
        String account = server.user() + ":" + server.password();
        String basic = Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8));
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(URI.create(server.managementUrl() + path))
                            .header("Authorization", "Basic " + basic)
                            .method(method, HttpRequest.BodyPublishers.noBody())
                            .build();
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }
}
