package dev.holdfast.devstack.stack;

import dev.holdfast.devstack.folder.Ports;
import dev.holdfast.devstack.folder.StateFolder;
import dev.holdfast.devstack.mail.MailServer;
import java.util.Map;

/** The mail server that keeps what it gets and tells it as JSON. */
public final class Mail extends Sandbox {

    public static final int USUAL_SMTP_PORT = 1025;
    public static final int USUAL_HTTP_PORT = 8025;

    private static final String SMTP_PORT = "smtp-port";
    private static final String HTTP_PORT = "http-port";

    Mail(StateFolder folder, Ports ports) {
        super(
                "mail",
                folder,
                ports,
                MailServer.class,
                Map.of(SMTP_PORT, USUAL_SMTP_PORT, HTTP_PORT, USUAL_HTTP_PORT));
    }

    /** The port for SMTP. */
    @Override
    public int port() {
        return port(SMTP_PORT);
    }

    /** The server's HTTP API. */
    public String url() {
        return "http://127.0.0.1:" + port(HTTP_PORT);
    }

    /** Where what was received is told as JSON. */
    public String received() {
        return url() + "/mails";
    }
}
