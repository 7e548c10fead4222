package dev.holdfast.devstack.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DevTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir private Path folder;
    private DevTokens tokens;

    @BeforeEach
    void makeKey() {
        tokens = DevTokens.of(keyFile(), CLOCK);
    }

    @Test
    void aTokenSaysWhoMayWhatForThirtyDays() throws IOException {
        var claims = claims(tokens.issue(Role.CUSTOMER, "c-1"));
        assertEquals("holdfast-dev", claims.get("iss").asText());
        assertEquals("holdfast", claims.get("aud").asText());
        assertEquals("c-1", claims.get("sub").asText());
        assertEquals("[\"customer\"]", claims.get("groups").toString());
        assertEquals(NOW.getEpochSecond(), claims.get("iat").asLong());
        assertEquals(NOW.getEpochSecond() + 30 * 86_400, claims.get("exp").asLong());
    }

    @Test
    void thePublicKeyVerifiesIt() throws GeneralSecurityException {
        assertTrue(verifies(tokens.publicKey(), tokens.issue(Role.MERCHANT, "m-1")));
    }

    @Test
    void theKeyIsMadeOnceAndForItsOwnerOnly() throws IOException, GeneralSecurityException {
        var token = tokens.issue(Role.OPERATOR, "o-1");
        assertTrue(verifies(DevTokens.of(keyFile(), CLOCK).publicKey(), token));
        var permissions = Files.getPosixFilePermissions(keyFile());
        assertEquals("rw-------", PosixFilePermissions.toString(permissions));
    }

    @Test
    void anUnknownRoleIsRefusedWithTheKnownOnes() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> Role.named("king"));
        assertEquals(
                "There is no role 'king'; there are customer, merchant, operator.",
                refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "\"", "a\nb", "{}"})
    void whatIsNoSubjectIsRefused(String subject) {
        assertThrows(IllegalArgumentException.class, () -> tokens.issue(Role.CUSTOMER, subject));
    }

    private Path keyFile() {
        return folder.resolve("token.key");
    }

    private static JsonNode claims(String token) throws IOException {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private static boolean verifies(String publicKey, String token)
            throws GeneralSecurityException {
        var spec = new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey));
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(KeyFactory.getInstance("RSA").generatePublic(spec));
        int dot = token.lastIndexOf('.');
        signature.update(token.substring(0, dot).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(token.substring(dot + 1)));
    }
}
