package dev.holdfast.devstack.payments;

import dev.holdfast.devstack.thirdparty.Answer;
import dev.holdfast.devstack.thirdparty.Faults;
import dev.holdfast.devstack.thirdparty.Launch;
import dev.holdfast.devstack.thirdparty.LocalHttp;
import dev.holdfast.devstack.thirdparty.Request;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The payment provider of a laptop: speaks Stripe's PaymentIntents API on 127.0.0.1.
 *
 * <p><b>Guarantees.</b> What was answered is on disk and survives kill -9. A request under an
 * idempotency key is carried out once. What it does not imitate: it searches at once where Stripe
 * takes up to a minute, and it never asks a customer for authentication.
 */
public final class PaymentsSandbox implements AutoCloseable {

    /** A key that it takes; so does every other that begins with {@code sk_test_}. */
    public static final String KEY = "sk_test_holdfast";

    private final Books books;
    private final LocalHttp http;

    private PaymentsSandbox(Books books, LocalHttp http) {
        this.books = books;
        this.http = http;
    }

    /**
     * Opens the books and listens.
     *
     * @param data the folder of the books, made if need be
     * @param port 0 for any free one
     */
    public static PaymentsSandbox start(Path data, int port) {
        var books = new Books(data);
        var faults = new Faults<>(FaultMode.class);
        var stripe = new StripeApi(books, new PaymentIntents(books, Clock.systemUTC()), faults);
        var sandbox = new SandboxApi(books, faults);
        try {
            return new PaymentsSandbox(
                    books, LocalHttp.start(port, request -> answer(stripe, sandbox, request)));
        } catch (RuntimeException e) {
            books.close();
            throw e;
        }
    }

    public int port() {
        return http.port();
    }

    public String url() {
        return http.url();
    }

    /** Finishes what is under way and ends. */
    @Override
    public void close() {
        http.close();
        books.close();
    }

    private static Answer answer(StripeApi stripe, SandboxApi sandbox, Request request) {
        return request.path().startsWith("/sandbox/")
                ? sandbox.answer(request)
                : stripe.answer(request);
    }

    /** Runs until SIGTERM; prints {@code ready <port>} once it listens. */
    public static void main(String... arguments) {
        Launch.run(new Payments(), arguments);
    }

    @Command(name = "payments", description = "A stand-in for Stripe's PaymentIntents API.")
    private static final class Payments implements Runnable {

        @Option(names = "--data", required = true, description = "Folder of the books.")
        private Path data;

        @Option(
                names = "--port",
                defaultValue = "0",
                description = "Port to listen on; 0 (the default) takes any free one.")
        private int port;

        @Override
        public void run() {
            var sandbox = PaymentsSandbox.start(data, port);
            Launch.ready(sandbox, sandbox.port());
        }
    }
}
