package dev.holdfast.devstack.thirdparty;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/**
 * An HTTP server on 127.0.0.1 whose requests are answered on virtual threads.
 *
 * <p>A {@link BadRequest} becomes {@code 400}, any other failure of the handler {@code 500}.
 */
public final class LocalHttp implements AutoCloseable {

    private static final Logger LOG = System.getLogger(LocalHttp.class.getName());
    private static final int LONGEST_BODY = 1 << 20;
    private static final int SECONDS_TO_FINISH = 2;

    static {
        // Else each small reply waits for the delayed acknowledgement of its headers, 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ReadWriteLock underWay = new ReentrantReadWriteLock();
    private final Function<Request, Answer> handler;

    private LocalHttp(HttpServer server, Function<Request, Answer> handler) {
        this.server = server;
        this.handler = handler;
    }

    /**
     * Starts to listen.
     *
     * @param port 0 for any free one
     * @throws UncheckedIOException if the port is taken
     */
    public static LocalHttp start(int port, Function<Request, Answer> handler) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            var http = new LocalHttp(HttpServer.create(address, 1024), handler);
            http.server.setExecutor(http.threads);
            http.server.createContext("/", http::serve);
            http.server.start();
            return http;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on port %d.".formatted(port), e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /** Takes no more requests, lets those under way finish for two seconds, and ends. */
    @Override
    public void close() {
        try {
            // Never given back: a request that comes now finds the door closed.
            underWay.writeLock().tryLock(SECONDS_TO_FINISH, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!underWay.readLock().tryLock()) {
                return;
            }
            try {
                switch (answer(exchange)) {
                    case Answer.Reply reply -> send(exchange, reply);
                    // Closing an exchange before its headers are sent closes the connection.
                    case Answer.HangUp _ -> {}
                }
            } finally {
                underWay.readLock().unlock();
            }
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            return Answer.refused(413, "The body is longer than 1 MiB.");
        }
        try {
            return handler.apply(request(exchange, body));
        } catch (BadRequest e) {
            return Answer.refused(400, e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A request failed: " + exchange.getRequestURI().getPath(), e);
            return Answer.refused(500, "The request failed; the log says why.");
        }
    }

    private static Request request(HttpExchange exchange, byte[] body) {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach(
                        (name, values) ->
                                headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        var uri = exchange.getRequestURI();
        return new Request(
                exchange.getRequestMethod(),
                uri.getPath(),
                Form.decode(uri.getRawQuery()),
                headers,
                new String(body, UTF_8));
    }

    private static void send(HttpExchange exchange, Answer.Reply reply) throws IOException {
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        JsonNode body = reply.body();
        if (body == null) {
            exchange.sendResponseHeaders(reply.status(), -1);
            return;
        }
        byte[] bytes = body.toString().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
