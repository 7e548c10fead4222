package dev.holdfast.gateway.order;

import static dev.holdfast.gateway.Clients.customer;
import static dev.holdfast.gateway.Clients.merchant;
import static dev.holdfast.gateway.Clients.posting;
import static dev.holdfast.gateway.Facts.fact;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.contracts.Event;
import dev.holdfast.contracts.orders.OrderCanceled;
import dev.holdfast.contracts.orders.OrderDelivered;
import dev.holdfast.contracts.orders.OrderShipped;
import dev.holdfast.contracts.orders.PaymentCaptured;
import dev.holdfast.contracts.orders.PaymentRefunded;
import dev.holdfast.contracts.orders.RefundRequested;
import dev.holdfast.contracts.orders.RequestedLine;
import dev.holdfast.contracts.orders.RestCanceled;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.gateway.Facts;
import dev.holdfast.gateway.Store;
import dev.holdfast.gateway.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class OrderRequestTest {

    private static final List<RequestedLine> ONE = List.of(new RequestedLine("TEA-01", 1));

    @Inject Store store;

    private final UUID id = MessageIds.next();
    private long version = 4;

    @BeforeEach
    void confirmed() {
        store.take(Facts.confirmedOrder(id, "web-7", "c-7"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    cancel  | CancelOrder  | {"reason": "ordered twice"}
                    cancel  | CancelOrder  | {}
                    ship    | ShipOrder    | {}
                    ship    | ShipOrder    | {"lines": [{"sku": "TEA-01", "quantity": 1}], "trackingNumber": "T-1"}
                    deliver | DeliverOrder | {}
                    refund  | RefundOrder  | {}
                    refund  | RefundOrder  | {"amount": 1290, "reason": "broken"}
                    refund  | RefundOrder  | {"lines": [{"sku": "TEA-01", "quantity": 1}]}
                    """)
    void becomesACommand(String step, String type, String body) {
        String command =
                posting(merchant())
                        .body(body)
                        .post("/v1/orders/%s/%s".formatted(id, step))
                        .then()
                        .statusCode(202)
                        .header("Location", startsWith("/v1/commands/"))
                        .body("id", equalTo(id.toString()))
                        .body("status", equalTo("accepted"))
                        .extract()
                        .path("commandId");

        merchant()
                .get("/v1/commands/" + command)
                .then()
                .body("type", equalTo(type))
                .body("subject", equalTo(id.toString()));
        assertEquals(1, store.count("outbox WHERE message_id = ?", UUID.fromString(command)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    cancel | {"reason": ""}
                    ship   | {"lines": []}
                    ship   | {"lines": [{"sku": "TEA-01", "quantity": 0}]}
                    ship   | {"lines": [{"sku": "A", "quantity": 1}, {"sku": "A", "quantity": 1}]}
                    refund | {"amount": 0}
                    refund | {"amount": 1, "lines": [{"sku": "TEA-01", "quantity": 1}]}
                    """)
    void refusesWhatMakesNoSense(String step, String body) {
        posting(merchant())
                .body(body)
                .post("/v1/orders/%s/%s".formatted(id, step))
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void letsACustomerCancelItsOwnAndNothingElse() {
        String cancel = "/v1/orders/%s/cancel".formatted(id);

        posting(customer("c-7")).body("{}").post(cancel).then().statusCode(202);
        posting(customer("c-8")).body("{}").post(cancel).then().statusCode(404);
        posting(customer("c-7"))
                .body("{}")
                .post("/v1/orders/" + id + "/refund")
                .then()
                .statusCode(403);
    }

    @Test
    void tellsThatARequestWasGranted() {
        String command =
                posting(merchant())
                        .body("{}")
                        .post("/v1/orders/%s/ship".formatted(id))
                        .then()
                        .extract()
                        .path("commandId");
        var cause = UUID.fromString(command);

        store.take(List.of(fact(new OrderShipped(id, cause, ONE, null, false), ++version, cause)));

        merchant().get("/v1/commands/" + command).then().body("status", equalTo("done"));
    }

    @Test
    void showsHowItWentOn() {
        UUID refund = MessageIds.next();
        tell(new OrderShipped(id, MessageIds.next(), ONE, "T-1", false), "partly_shipped");
        tell(new PaymentCaptured(id, "pi_1", 2580, "EUR"), "partly_shipped");
        tell(new RestCanceled(id, "no longer needed", ONE, 1290), "shipped");
        tell(new RefundRequested(id, refund, 1290, "EUR", "no longer needed"), "shipped");
        tell(new OrderDelivered(id), "delivered");
        tell(new PaymentRefunded(id, refund, 1290, "EUR", false), "partly_refunded");

        merchant()
                .get("/v1/orders/%s/timeline".formatted(id))
                .then()
                .body(
                        "items.detail",
                        hasItems(
                                "1 of TEA-01: T-1",
                                "25.80 EUR",
                                "1 of TEA-01: no longer needed",
                                "12.90 EUR: no longer needed",
                                "12.90 EUR"));
    }

    @Test
    void keepsSayingThatMoneyHasComeBack() {
        UUID refund = MessageIds.next();
        tell(new OrderShipped(id, MessageIds.next(), ONE, null, false), "partly_shipped");
        tell(new PaymentRefunded(id, refund, 1290, "EUR", false), "partly_refunded");
        tell(new OrderShipped(id, MessageIds.next(), ONE, null, true), "partly_refunded");
        tell(new PaymentRefunded(id, refund, 1290, "EUR", true), "refunded");
        tell(new OrderDelivered(id), "refunded");
    }

    @Test
    void showsACanceledOrder() {
        tell(new OrderCanceled(id, "ordered twice"), "canceled");

        merchant().get("/v1/orders/" + id).then().body("reason", equalTo("ordered twice"));
        merchant().get("/v1/orders?status=canceled&limit=200").then().statusCode(200);
    }

    private void tell(Event event, String status) {
        store.take(List.of(fact(event, ++version, MessageIds.next())));
        merchant().get("/v1/orders/" + id).then().body("status", equalTo(status));
    }
}
