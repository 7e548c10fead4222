package dev.holdfast.gateway.contract;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.devstack.stack.TestServers;
import dev.holdfast.gateway.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every operation of the document is called by everybody, so that none can be left open. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class AccessTest {

    private static final List<String> ROLES = List.of("customer", "merchant", "operator");

    @Test
    void nobodyGetsInWithoutAValidToken() throws Exception {
        var tokens =
                Map.of(
                        "no token at all", given(),
                        "no role", with(token("holdfast-dev", "holdfast", devKey(), 60, "guest")),
                        "expired",
                                with(
                                        token(
                                                "holdfast-dev",
                                                "holdfast",
                                                devKey(),
                                                -3600,
                                                "operator")),
                        "of another issuer",
                                with(token("elsewhere", "holdfast", devKey(), 60, "operator")),
                        "for another audience",
                                with(token("holdfast-dev", "elsewhere", devKey(), 60, "operator")),
                        "signed by another key",
                                with(
                                        token(
                                                "holdfast-dev",
                                                "holdfast",
                                                otherKey(),
                                                60,
                                                "operator")));
        for (var token : tokens.entrySet()) {
            for (var operation : Document.served().operations()) {
                int expected = token.getKey().equals("no role") ? 403 : 401;
                assertEquals(
                        expected,
                        call(token.getValue(), operation),
                        operation + ", " + token.getKey());
            }
        }
    }

    @Test
    void eachRoleGetsWhereTheDocumentSays() throws IOException {
        for (var operation : Document.served().operations()) {
            for (String role : ROLES) {
                var client = with(TestServers.shared().token(role, "somebody"));
                boolean refused = call(client, operation) == 403;
                assertEquals(!operation.roles().contains(role), refused, operation + " as " + role);
            }
        }
    }

    private static int call(RequestSpecification client, Document.Operation operation) {
        var answer =
                given().spec(client)
                        .contentType("application/json")
                        .request(operation.method(), operation.somewhere());
        if (answer.statusCode() >= 400) {
            assertEquals("application/problem+json", answer.contentType(), operation.toString());
        }
        return answer.statusCode();
    }

    private static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    private static String token(
            String issuer, String audience, PrivateKey key, long seconds, String role) {
        var now = Instant.now();
        return Jwt.issuer(issuer)
                .audience(audience)
                .subject("somebody")
                .groups(role)
                .issuedAt(now.minus(Duration.ofHours(2)))
                .expiresAt(now.plusSeconds(seconds))
                .sign(key);
    }

    private static PrivateKey devKey() throws IOException, GeneralSecurityException {
        var file = Path.of(System.getProperty("holdfast.test.servers"), "token.key");
        var encoded = Base64.getDecoder().decode(Files.readString(file).strip());
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    private static PrivateKey otherKey() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
    }
}
