package dev.holdfast.devstack.rabbitmq;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Asks a RabbitMQ node, as its user, whether it takes part in a cluster. */
final class ManagementProbe {

    private static final int PATIENCE_MILLIS = 2_000;

    private ManagementProbe() {}

    static boolean answers(String managementUrl, String user, String password) {
        try {
            var address = URI.create(managementUrl + "/api/overview").toURL();
            var request = (HttpURLConnection) address.openConnection();
            request.setConnectTimeout(PATIENCE_MILLIS);
            request.setReadTimeout(PATIENCE_MILLIS);
            request.setRequestProperty("Authorization", "Basic " + encoded(user, password));
            try {
                return request.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                request.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String encoded(String user, String password) {
        return Base64.getEncoder()
                .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
