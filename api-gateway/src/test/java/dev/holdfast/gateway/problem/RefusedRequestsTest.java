package dev.holdfast.gateway.problem;

import static dev.holdfast.gateway.Clients.customer;
import static dev.holdfast.gateway.Clients.merchant;
import static dev.holdfast.gateway.Clients.order;
import static dev.holdfast.gateway.Clients.posting;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.gateway.Facts;
import dev.holdfast.gateway.Store;
import dev.holdfast.gateway.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is wrong with a request besides its body; none of it leaves a trace. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class RefusedRequestsTest {

    private static final String GOOD = order("web-1", "c-1", "TEA-01", 2);

    @Inject Store store;

    private List<Long> before;

    @BeforeEach
    void look() {
        store.take(Facts.item("TEA-01"));
        before = store.written();
    }

    @AfterEach
    void nothingWasStored() {
        assertEquals(before, store.written());
    }

    @Test
    void noKey() {
        var answer = merchant().contentType("application/json").body(GOOD).post("/v1/orders");
        problem(answer, 400, "idempotency-key-missing");
    }

    @Test
    void anEmptyKey() {
        problem(withKey(""), 400, "idempotency-key-missing");
    }

    @Test
    void anOverlongKey() {
        problem(withKey("k".repeat(256)), 400, "idempotency-key-invalid")
                .body("errors[0].parameter", equalTo("Idempotency-Key"))
                .body("detail", containsString("at most 255 characters, not 256"));
    }

    @Test
    void aKeyWithControlCharacters() {
        problem(withKey("a\tb"), 400, "idempotency-key-invalid");
    }

    @Test
    void aKeyBeyondAscii() {
        problem(withKey("clé"), 400, "idempotency-key-invalid");
    }

    @Test
    void noKeyForAMovementOfStock() {
        var answer =
                merchant()
                        .contentType("application/json")
                        .body("{\"delta\": 1, \"reason\": \"found\"}")
                        .post("/v1/items/TEA-01/stock");
        problem(answer, 400, "idempotency-key-missing");
    }

    @Test
    void anotherContentType() {
        var answer = posting(merchant()).contentType("text/plain").body(GOOD).post("/v1/orders");
        problem(answer, 415, "unsupported-media-type");
    }

    @Test
    void anAnswerThatIsNotOffered() {
        problem(merchant().accept("text/csv").get("/v1/orders"), 406, "not-acceptable");
    }

    @Test
    void aBodyThatIsTooLarge() {
        byte[] large = new byte[10 * 1024 * 1024];
        problem(posting(merchant()).body(large).post("/v1/orders"), 413, "body-too-large");
    }

    @Test
    void anUnknownPath() {
        problem(merchant().get("/v1/nothing"), 404, "not-found")
                .body("instance", equalTo("/v1/nothing"));
        problem(merchant().get("/nothing"), 404, "not-found");
        problem(given().get("/"), 404, "not-found");
        problem(merchant().get("/v1/orders/not-an-id"), 404, "not-found");
        problem(merchant().get("/v1/orders/00000000-0000-7000-8000-000000000000"), 404, "not-found")
                .body("detail", startsWith("There is no order"));
    }

    @Test
    void anotherMethod() {
        problem(merchant().delete("/v1/orders"), 405, "method-not-allowed")
                .header("Allow", equalTo("GET, POST"));
    }

    @Test
    void noToken() {
        problem(given().get("/v1/orders"), 401, "unauthenticated")
                .header("WWW-Authenticate", equalTo("Bearer"));
    }

    @Test
    void aTokenThatIsNone() {
        problem(given().auth().oauth2("abc.def.ghi").get("/v1/orders"), 401, "unauthenticated")
                .header("WWW-Authenticate", containsString("invalid_token"));
    }

    @Test
    void anOrderForSomebodyElse() {
        problem(posting(customer("c-2")).body(GOOD).post("/v1/orders"), 403, "forbidden");
    }

    @Test
    void theWrongRole() {
        var answer =
                customer("c-2")
                        .contentType("application/json")
                        .body("{\"name\": \"Tea\", \"prices\": {\"EUR\": 1}}")
                        .put("/v1/items/TEA-01");
        problem(answer, 403, "forbidden");
        problem(merchant().get("/v1/dead-letters"), 403, "forbidden");
    }

    @Test
    void parametersThatMakeNoSense() {
        for (var query :
                List.of(
                        "limit=0",
                        "limit=201",
                        "limit=-1",
                        "limit=many",
                        "cursor=%21",
                        "cursor=AAAA",
                        "status=lost",
                        "status=accepted",
                        "refrence=web-1")) {
            var name = query.substring(0, query.indexOf('='));
            problem(
                            merchant().urlEncodingEnabled(false).get("/v1/orders?" + query),
                            400,
                            "invalid-parameter")
                    .body("errors[0].parameter", equalTo(name));
        }
        problem(merchant().get("/v1/notifications?orderId=7"), 400, "invalid-parameter");
    }

    @Test
    void theCharacterZeroInAnAddress() {
        for (var address :
                List.of("/v1/items/%00", "/v1/orders?reference=%00", "/v1/orders?customer=a%00")) {
            var answer = merchant().urlEncodingEnabled(false).get(address);
            problem(answer, 400, "bad-request");
        }
        problem(merchant().get("/v1/orders?cursor=AGEAYg"), 400, "invalid-parameter");
    }

    @Test
    void aSkuThatCannotBe() {
        var answer =
                merchant()
                        .contentType("application/json")
                        .body("{\"name\": \"Tea\", \"prices\": {\"EUR\": 1}}")
                        .put("/v1/items/{sku}", "a b");
        problem(answer, 400, "invalid-parameter").body("errors[0].parameter", equalTo("sku"));
    }

    @Test
    void anItemThatIsNoItem() {
        for (var body :
                List.of(
                        "{\"prices\": {\"EUR\": 1}}",
                        "{\"name\": \"Tea\", \"prices\": {}}",
                        "{\"name\": \"Tea\", \"prices\": {\"EUX\": 1}}",
                        "{\"name\": \"Tea\", \"prices\": {\"EUR\": -1}}",
                        "{\"name\": \"Tea\", \"prices\": {\"EUR\": null}}",
                        "{\"name\": \"Tea\", \"prices\": {\"EUR\": 1}, \"stock\": -1}")) {
            var answer =
                    merchant().contentType("application/json").body(body).put("/v1/items/TEA-02");
            problem(answer, 400, "invalid-request");
        }
    }

    @Test
    void stockOfAnItemThereIsNot() {
        var answer =
                posting(merchant())
                        .body("{\"delta\": 1, \"reason\": \"found\"}")
                        .post("/v1/items/NO-SUCH/stock");
        problem(answer, 404, "not-found");
    }

    private static Response withKey(String key) {
        return merchant()
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(GOOD)
                .post("/v1/orders");
    }

    private static ValidatableResponse problem(Response answer, int status, String slug) {
        return answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:holdfast:problem:" + slug))
                .body("status", equalTo(status));
    }
}
