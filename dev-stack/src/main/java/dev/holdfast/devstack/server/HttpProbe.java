package dev.holdfast.devstack.server;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Asks an HTTP server one question. */
public final class HttpProbe {

    private static final int PATIENCE_MILLIS = 2_000;

    private HttpProbe() {}

    /** Whether the address answers with 200. */
    public static boolean isOk(String url) {
        return isOk(url, Map.of());
    }

    /** Whether the address answers this user with 200. */
    public static boolean isOk(String url, String user, String password) {
        var credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        var encoded = Base64.getEncoder().encodeToString(credentials);
        return isOk(url, Map.of("Authorization", "Basic " + encoded));
    }

    private static boolean isOk(String url, Map<String, String> headers) {
        try {
            var request = (HttpURLConnection) URI.create(url).toURL().openConnection();
            request.setConnectTimeout(PATIENCE_MILLIS);
            request.setReadTimeout(PATIENCE_MILLIS);
            headers.forEach(request::setRequestProperty);
            try {
                return request.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                request.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }
}
