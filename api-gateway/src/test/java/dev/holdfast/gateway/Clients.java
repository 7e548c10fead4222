package dev.holdfast.gateway;

import static io.restassured.RestAssured.given;

import dev.holdfast.devstack.stack.TestServers;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** Who calls the gateway in tests, and with what. */
public final class Clients {

    private Clients() {}

    public static RequestSpecification customer(String id) {
        return with("customer", id);
    }

    public static RequestSpecification merchant() {
        return with("merchant", "shop-1");
    }

    public static RequestSpecification operator() {
        return with("operator", "ops-1");
    }

    /** A valid POST but for its body. */
    public static RequestSpecification posting(RequestSpecification client) {
        return client.contentType("application/json").header("Idempotency-Key", UUID.randomUUID());
    }

    public static String order(String reference, String customer, String sku, int quantity) {
        return """
        {"reference": "%s", "customer": {"id": "%s", "name": "Ada", "email": "ada@example.org"},
         "currency": "EUR", "lines": [{"sku": "%s", "quantity": %d}], "payment": {"method": "pm_card_visa"}}
        """
                .formatted(reference, customer, sku, quantity);
    }

    private static RequestSpecification with(String role, String subject) {
        return given().auth().oauth2(TestServers.shared().token(role, subject));
    }
}
