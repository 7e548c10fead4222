package dev.holdfast.gateway.problem;

import static dev.holdfast.gateway.Clients.merchant;
import static dev.holdfast.gateway.Clients.order;
import static dev.holdfast.gateway.Clients.posting;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.gateway.Facts;
import dev.holdfast.gateway.Store;
import dev.holdfast.gateway.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which the body of an order can be wrong; none of them leaves a trace. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class RefusedBodiesTest {

    private static final String GOOD = order("web-1", "c-1", "TEA-01", 2);

    @Inject Store store;

    @BeforeEach
    void catalogue() {
        store.take(Facts.item("TEA-01"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void refuses(
            String what, String body, int status, String slug, String pointer, String sentence) {
        var before = store.written();
        posting(merchant())
                .body(body)
                .post("/v1/orders")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:holdfast:problem:" + slug))
                .body("status", equalTo(status))
                .body("instance", equalTo("/v1/orders"))
                .body("errors[0].pointer", pointer == null ? nullValue() : equalTo(pointer))
                .body("detail", containsString(sentence));
        assertEquals(before, store.written());
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                malformed("nothing", "", "The body is empty"),
                malformed("an open brace", "{\"reference\": ", "Line 1, column 15"),
                malformed("text", "hello", "Line 1"),
                malformed(
                        "a field twice", "{\"reference\":\"a\",\"reference\":\"b\"}", "reference"),
                malformed("something behind the end", GOOD + "{}", "Line 3"),
                malformed("an abyss", "[".repeat(500) + "]".repeat(500), "nesting"),
                invalid("null", "null", "", "must be an object"),
                invalid("a list", "[]", "", "must be an object"),
                invalid("a number", "17", "", "must be an object"),
                unknown(
                        "an unknown field",
                        with("\"currency\"", "\"colour\":1,\"currency\""),
                        "/colour"),
                unknown(
                        "an unknown field of a line",
                        with("\"sku\"", "\"qty\":1,\"sku\""),
                        "/lines/0/qty"),
                invalid(
                        "no reference",
                        with("\"reference\": \"web-1\",", ""),
                        "/reference",
                        "is missing"),
                invalid("a blank reference", with("web-1", "  "), "/reference", "blank"),
                invalid(
                        "an overlong reference",
                        with("web-1", "x".repeat(101)),
                        "/reference",
                        "at most 100"),
                invalid(
                        "a reference of two lines",
                        with("web-1", "a\\nb"),
                        "/reference",
                        "control"),
                invalid("the character zero", with("web-1", "a\\u0000b"), "/reference", "Unicode"),
                invalid("half a character", with("web-1", "a\\ud800b"), "/reference", "Unicode"),
                invalid(
                        "a reference that is a number",
                        with("\"web-1\"", "17"),
                        "/reference",
                        "must be text"),
                invalid(
                        "no customer",
                        GOOD.replaceFirst("\"customer\": \\{[^}]*},", ""),
                        "/customer",
                        "is missing"),
                invalid(
                        "a customer that is text",
                        GOOD.replaceFirst("\\{\"id\"[^}]*}", "\"Ada\""),
                        "/customer",
                        "must be an object"),
                invalid(
                        "no e-mail address",
                        with("ada@example.org", "ada"),
                        "/customer/email",
                        "e-mail"),
                invalid(
                        "no currency at all",
                        with("\"currency\": \"EUR\",", ""),
                        "/currency",
                        "ISO 4217"),
                invalid("a currency there is not", with("EUR", "EUX"), "/currency", "ISO 4217"),
                invalid("a currency in small letters", with("EUR", "eur"), "/currency", "ISO 4217"),
                invalid("no lines", GOOD.replaceFirst("\\[.*?]", "[]"), "/lines", "at least one"),
                invalid(
                        "too many lines",
                        GOOD.replaceFirst("\\[.*?]", lines(101)),
                        "/lines",
                        "at most 100"),
                invalid(
                        "a line that is null",
                        GOOD.replaceFirst("\\[.*?]", "[null]"),
                        "/lines/0",
                        "must be an object"),
                invalid(
                        "an item twice",
                        GOOD.replaceFirst("\\[(.*?)]", "[$1,$1]"),
                        "/lines",
                        "once"),
                invalid("quantity zero", quantity("0"), "/lines/0/quantity", "at least 1"),
                invalid("a negative quantity", quantity("-3"), "/lines/0/quantity", "at least 1"),
                invalid(
                        "an absurd quantity",
                        quantity("10001"),
                        "/lines/0/quantity",
                        "at most 10000"),
                invalid(
                        "an astronomical quantity",
                        quantity("99999999999999999999999"),
                        "/lines/0/quantity",
                        "larger number"),
                invalid("half of something", quantity("2.5"), "/lines/0/quantity", "whole number"),
                invalid(
                        "a quantity in quotes",
                        quantity("\"2\""),
                        "/lines/0/quantity",
                        "whole number"),
                invalid("no quantity", quantity("null"), "/lines/0/quantity", "is missing"),
                invalid(
                        "a strange payment method",
                        with("pm_card_visa", "a b"),
                        "/payment/method",
                        "payment method"),
                invalid(
                        "no payment",
                        GOOD.replaceFirst(", \"payment\": \\{[^}]*}", ""),
                        "/payment",
                        "is missing"),
                Arguments.of(
                        "an item there is not",
                        with("TEA-01", "NO-SUCH"),
                        422,
                        "unknown-sku",
                        "/lines/0/sku",
                        "'NO-SUCH'"));
    }

    private static String with(String part, String instead) {
        assertEquals(true, GOOD.contains(part), part);
        return GOOD.replace(part, instead);
    }

    private static String quantity(String json) {
        return with("\"quantity\": 2", "\"quantity\": " + json);
    }

    private static String lines(int number) {
        return IntStream.range(0, number)
                .mapToObj("{\"sku\": \"S-%d\", \"quantity\": 1}"::formatted)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static Arguments malformed(String what, String body, String sentence) {
        return Arguments.of(what, body, 400, "malformed-json", null, sentence);
    }

    private static Arguments unknown(String what, String body, String pointer) {
        return Arguments.of(what, body, 400, "unknown-field", pointer, "is not known here");
    }

    private static Arguments invalid(String what, String body, String pointer, String sentence) {
        return Arguments.of(what, body, 400, "invalid-request", pointer, sentence);
    }
}
