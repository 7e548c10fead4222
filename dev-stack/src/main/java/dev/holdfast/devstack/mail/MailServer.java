package dev.holdfast.devstack.mail;

import dev.holdfast.devstack.thirdparty.Faults;
import dev.holdfast.devstack.thirdparty.Launch;
import dev.holdfast.devstack.thirdparty.LocalHttp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.subethamail.smtp.server.SMTPServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A mail server on 127.0.0.1 that delivers nothing and keeps everything.
 *
 * <p><b>Guarantees.</b> What was acknowledged with 250 is on disk and survives kill -9. A mail that
 * comes again under its Message-ID is the same mail, and {@code received} counts it.
 */
public final class MailServer implements AutoCloseable {

    private static final int LARGEST_MAIL = 10 << 20;

    private final SMTPServer smtp;
    private final LocalHttp http;

    private MailServer(SMTPServer smtp, LocalHttp http) {
        this.smtp = smtp;
        this.http = http;
    }

    /**
     * Opens the box and listens.
     *
     * @param data the folder of the mails, made if need be
     * @param smtpPort 0 for any free one
     * @param httpPort 0 for any free one
     */
    public static MailServer start(Path data, int smtpPort, int httpPort) {
        try {
            var mailbox = new Mailbox(data, Clock.systemUTC());
            var faults = new Faults<>(MailFault.class);
            SMTPServer smtp = smtp(mailbox, faults, smtpPort);
            smtp.start();
            try {
                var api = new MailApi(mailbox, faults);
                return new MailServer(smtp, LocalHttp.start(httpPort, api::answer));
            } catch (RuntimeException e) {
                smtp.stop();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The mails in %s cannot be read.".formatted(data), e);
        }
    }

    public int smtpPort() {
        return smtp.getPortAllocated();
    }

    public int httpPort() {
        return http.port();
    }

    /** Where the JSON is. */
    public String url() {
        return http.url();
    }

    /** Finishes what is under way and ends. */
    @Override
    public void close() {
        smtp.stop();
        http.close();
    }

    private static SMTPServer smtp(Mailbox mailbox, Faults<MailFault> faults, int port) {
        return SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .softwareName("Holdfast dev-stack")
                .maxMessageSize(LARGEST_MAIL)
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .sessionHandler(new Door(faults))
                .messageHandlerFactory(_ -> new Delivery(mailbox, faults))
                .build();
    }

    /** Runs until SIGTERM; prints {@code ready <smtpPort> <httpPort>} once it listens. */
    public static void main(String... arguments) {
        Launch.run(new MailCommand(), arguments);
    }

    @Command(name = "mail", description = "A mail server that keeps what it gets.")
    private static final class MailCommand implements Runnable {

        @Option(names = "--data", required = true, description = "Folder of the mails.")
        private Path data;

        @Option(
                names = {"--port", "--smtp-port"},
                defaultValue = "0",
                description = "Port of SMTP; 0 (the default) takes any free one.")
        private int smtpPort;

        @Option(
                names = "--http-port",
                defaultValue = "0",
                description = "Port of the JSON API; 0 (the default) takes any free one.")
        private int httpPort;

        @Override
        public void run() {
            // Standard output is for the line that says it is ready.
            Logger library = Logger.getLogger("org.subethamail");
            library.setLevel(Level.WARNING);
            var server = MailServer.start(data, smtpPort, httpPort);
            Launch.ready(server, server.smtpPort(), server.httpPort());
        }
    }
}
