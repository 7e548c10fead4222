package dev.holdfast.devstack.payments;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.devstack.thirdparty.Form;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether two requests ask for the same. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(String method, String path, Form form) {
        try {
            byte[] text = "%s %s %s".formatted(method, path, form.values()).getBytes(UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JVM has no SHA-256.", e);
        }
    }
}
