package dev.holdfast.notifications.mail;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** A mail server that lets connections in and then says nothing, and little patience with it. */
public class SilentServer implements QuarkusTestProfile {

    private static final int CONNECTIONS = 50;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.mailer.port",
                String.valueOf(listening().getLocalPort()),
                "dev.holdfast.notifications.mail.SmtpServer/send/Timeout/value",
                "1",
                "dev.holdfast.notifications.mail.SmtpServer/send/Bulkhead/value",
                "1");
    }

    private static ServerSocket listening() {
        try {
            return new ServerSocket(0, CONNECTIONS, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("No port to be silent on.", e);
        }
    }
}
