package dev.holdfast.gateway.notification;

import static dev.holdfast.gateway.Clients.customer;
import static dev.holdfast.gateway.Clients.merchant;
import static dev.holdfast.gateway.Facts.fact;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import dev.holdfast.contracts.Event;
import dev.holdfast.contracts.notifications.NotificationFailed;
import dev.holdfast.contracts.notifications.NotificationSent;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.gateway.Facts;
import dev.holdfast.gateway.Store;
import dev.holdfast.gateway.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class NotificationTest {

    @Inject Store store;

    private final UUID order = MessageIds.next();
    private final UUID id = MessageIds.next();
    private final String buyer = "c-" + order;

    @Test
    void isFoundByItsOrder() {
        store.take(List.of(sent()));
        merchant()
                .get("/v1/notifications?orderId=" + order)
                .then()
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(id.toString()))
                .body("items[0].orderId", equalTo(order.toString()))
                .body("items[0].kind", equalTo("order-confirmed"))
                .body("items[0].channel", equalTo("mail"))
                .body("items[0].status", equalTo("sent"))
                .body("items[0].sentAt", notNullValue());
    }

    @Test
    void isFoundByTheReferenceOfAnOrderThatIsToldLater() {
        String run = "run-" + order;
        store.take(List.of(sent()));
        store.take(Facts.confirmedOrder(order, run + "-1", buyer));
        merchant()
                .get("/v1/notifications?reference=" + run + "*")
                .then()
                .body("items.reference", contains(run + "-1"));
        merchant()
                .get("/v1/notifications?reference=" + run + "-1")
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void isShownToItsCustomer() {
        store.take(List.of(sent()));
        customer(buyer).get("/v1/notifications").then().body("items", hasSize(1));
        customer("c-other")
                .get("/v1/notifications?orderId=" + order)
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void staysSentOnceItIs() {
        var failed =
                fact(
                        new NotificationFailed(
                                id, order, "order-confirmed", "mail", "recipient_refused"),
                        null,
                        order);
        store.take(List.of(failed));
        expect("failed");
        store.take(List.of(sent()));
        store.take(List.of(failed));
        expect("sent");
    }

    private void expect(String status) {
        merchant()
                .get("/v1/notifications?orderId=" + order)
                .then()
                .body("items.status", contains(status));
    }

    private Received<Event> sent() {
        return fact(new NotificationSent(id, order, "order-confirmed", "mail", buyer), null, order);
    }
}
