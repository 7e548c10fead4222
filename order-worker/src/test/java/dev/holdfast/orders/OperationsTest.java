package dev.holdfast.orders;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.holdfast.contracts.orders.RequestedLine;
import dev.holdfast.orders.saga.Shop;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Servers.class)
class OperationsTest {

    @Inject Shop shop;

    @Test
    void livesWithoutAnyServer() {
        when().get("/q/health/live")
                .then()
                .statusCode(200)
                .body("checks.data", everyItem(nullValue()));
    }

    @Test
    void isReadyWithItsDatabase() {
        when().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", is("UP"))
                .body("checks.name", hasItem("Database connections health check"))
                .body("checks.name", not(hasItem(containsStringIgnoringCase("rabbitmq"))))
                .body("checks.name", not(hasItem(containsStringIgnoringCase("kafka"))));
    }

    @Test
    void countsHowFarOrdersGet() {
        shop.place(Shop.order(new RequestedLine(shop.item(1), 2)));

        when().get("/q/metrics")
                .then()
                .body(containsString("holdfast_orders_total{reason=\"\",step=\"placed\"}"))
                .body(
                        containsString(
                                "holdfast_orders_total{reason=\"out_of_stock\",step=\"rejected\"}"))
                .body(containsString("holdfast_order_step_seconds_count"));
    }
}
