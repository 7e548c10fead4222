package dev.holdfast.gateway.request;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestHashTest {

    private static final String BODY = "{\"a\":1,\"b\":[{\"c\":\"x\",\"d\":null}]}";

    @Test
    void isTheSameHoweverTheBodyIsWritten() {
        assertArrayEquals(
                hash("POST", "/v1/orders", BODY),
                hash(
                        "POST",
                        "/v1/orders",
                        " { \"b\" : [{\"d\":null, \"c\":\"\\u0078\"}], \"a\":1 }"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":2,\"b\":[{\"c\":\"x\",\"d\":null}]}",
                "{\"a\":\"1\",\"b\":[{\"c\":\"x\",\"d\":null}]}",
                "{\"a\":1,\"b\":[{\"c\":\"x\"}]}",
                "{\"a\":1,\"b\":[{\"c\":\"x\",\"d\":null},null]}",
                "{\"a\":1,\"b\":{\"c\":\"x\",\"d\":null}}",
                "{\"a\":1,\"b\":[{\"c\":\"x\"},{\"d\":null}]}"
            })
    void isAnotherForAnotherBody(String other) {
        assertFalse(
                Arrays.equals(hash("POST", "/v1/orders", BODY), hash("POST", "/v1/orders", other)));
    }

    @Test
    void isAnotherForAnotherPathOrMethod() {
        var hash = hash("POST", "/v1/orders", BODY);
        assertFalse(Arrays.equals(hash, hash("PUT", "/v1/orders", BODY)));
        assertFalse(Arrays.equals(hash, hash("POST", "/v1/items", BODY)));
    }

    private static byte[] hash(String method, String path, String body) {
        try {
            return RequestHash.of(method, path, new ObjectMapper().readTree(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
