package dev.holdfast.gateway.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.TreeMap;

/**
 * The SHA-256 of method, path and body, by which a repeated request is recognized. The body counts
 * as JSON: the order of its fields and the space between them make no difference.
 */
public final class RequestHash {

    private static final byte[] BREAK = {'\n'};

    private RequestHash() {}

    public static byte[] of(String method, String path, JsonNode body) {
        MessageDigest sha = sha256();
        sha.update(bytes(method));
        sha.update(BREAK);
        sha.update(bytes(path));
        sha.update(BREAK);
        var canonical = new StringBuilder();
        write(body, canonical);
        return sha.digest(bytes(canonical.toString()));
    }

    private static void write(JsonNode node, StringBuilder out) {
        if (node.isObject()) {
            var fields = new TreeMap<String, JsonNode>();
            node.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
            out.append('{');
            fields.forEach(
                    (name, value) -> {
                        out.append(name.length()).append(':').append(name);
                        write(value, out);
                    });
            out.append('}');
        } else if (node.isArray()) {
            out.append('[');
            node.forEach(
                    element -> {
                        write(element, out);
                        out.append(',');
                    });
            out.append(']');
        } else {
            out.append(node);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
