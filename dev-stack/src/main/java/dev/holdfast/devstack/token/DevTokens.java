package dev.holdfast.devstack.token;

import dev.holdfast.devstack.folder.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;

/**
 * Signs the tokens of a dev stack with a key of its own, made once. Production trusts no such key.
 */
public final class DevTokens {

    public static final String ISSUER = "holdfast-dev";
    public static final String AUDIENCE = "holdfast";

    private static final Duration LIFE = Duration.ofDays(30);
    private static final int KEY_BITS = 2048;
    private static final Base64.Encoder BASE64 = Base64.getEncoder();
    private static final Base64.Encoder BASE64_URL = Base64.getUrlEncoder().withoutPadding();

    private final PrivateKey key;
    private final Clock clock;

    private DevTokens(PrivateKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** Signs with the key in the file; makes both if absent. */
    public static DevTokens of(Path keyFile, Clock clock) {
        try {
            if (!Files.exists(keyFile)) {
                OwnerOnly.write(keyFile, BASE64.encodeToString(newKey().getEncoded()));
            }
            var encoded = Base64.getDecoder().decode(Files.readString(keyFile).strip());
            var key = rsa().generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return new DevTokens(key, clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key in " + keyFile + " cannot be read", e);
        }
    }

    /** The key that verifies the tokens, as the body of a PEM. */
    public String publicKey() {
        try {
            var rsaKey = (RSAPrivateCrtKey) key;
            var spec = new RSAPublicKeySpec(rsaKey.getModulus(), rsaKey.getPublicExponent());
            return BASE64.encodeToString(rsa().generatePublic(spec).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token for the subject in the role, good for thirty days. */
    public String issue(Role role, String subject) {
        var now = clock.instant();
        var header = part("{\"alg\":\"RS256\",\"typ\":\"JWT\"}");
        var claims =
                part(
                        """
                        {"iss":"%s","aud":"%s","sub":"%s","upn":"%s","groups":["%s"],\
                        "iat":%d,"exp":%d,"jti":"%s"}\
                        """
                                .formatted(
                                        ISSUER,
                                        AUDIENCE,
                                        Subject.checked(subject),
                                        subject,
                                        role.label(),
                                        now.getEpochSecond(),
                                        now.plus(LIFE).getEpochSecond(),
                                        UUID.randomUUID()));
        var unsigned = header + "." + claims;
        return unsigned + "." + BASE64_URL.encodeToString(signature(unsigned));
    }

    private byte[] signature(String text) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(String json) {
        return BASE64_URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static PrivateKey newKey() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(KEY_BITS);
        return generator.generateKeyPair().getPrivate();
    }

    private static KeyFactory rsa() throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA");
    }
}
