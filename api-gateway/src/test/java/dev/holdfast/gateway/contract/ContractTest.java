package dev.holdfast.gateway.contract;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.gateway.TestStack;
import dev.holdfast.gateway.problem.ProblemType;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document says what the gateway does, and the gateway does what the document says. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ContractTest {

    private static final Map<String, String> RECORDS =
            Map.ofEntries(
                    Map.entry("NewOrder", "order.PlaceOrderRequest"),
                    Map.entry("NewLine", "order.LineRequest"),
                    Map.entry("NewPayment", "order.PlaceOrderRequest$Payment"),
                    Map.entry("Buyer", "order.PlaceOrderRequest$Buyer"),
                    Map.entry("Order", "order.Order"),
                    Map.entry("Line", "order.Order$Line"),
                    Map.entry("RequestAccepted", "order.RequestAccepted"),
                    Map.entry("OrderCancellation", "order.CancelRequest"),
                    Map.entry("Shipment", "order.ShipRequest"),
                    Map.entry("Delivery", "order.DeliverRequest"),
                    Map.entry("Refund", "order.RefundRequest"),
                    Map.entry("OrderPage", "listing.Page"),
                    Map.entry("Timeline", "timeline.TimelineResource$Timeline"),
                    Map.entry("Entry", "timeline.TimelineResource$Entry"),
                    Map.entry("ItemDefinition", "item.DefineItemRequest"),
                    Map.entry("StockMovement", "item.AdjustStockRequest"),
                    Map.entry("ItemAccepted", "item.ItemAccepted"),
                    Map.entry("Item", "item.Item"),
                    Map.entry("Notification", "notification.Notification"),
                    Map.entry("Command", "ledger.CommandState"),
                    Map.entry("DeadLetter", "deadletter.DeadLetter"),
                    Map.entry("DeadLetterPage", "listing.Page"),
                    Map.entry("DeadLetterStory", "deadletter.DeadLetterStory"),
                    Map.entry("DeadMessage", "deadletter.DeadLetterStory$Message"),
                    Map.entry("DeadLetterChange", "deadletter.DeadLetterStory$Change"),
                    Map.entry("LetterFilter", "deadletter.LetterFilter"),
                    Map.entry("NewRedrive", "deadletter.RedriveRequest"),
                    Map.entry("NewDiscard", "deadletter.DiscardRequest"),
                    Map.entry("RedriveCancellation", "deadletter.CancelRequest"),
                    Map.entry("LetterCommandAccepted", "deadletter.LetterCommandAccepted"),
                    Map.entry("Redrive", "deadletter.Redrive"),
                    Map.entry("RedriveSelection", "deadletter.Redrive$Selection"),
                    Map.entry("RedrivePage", "listing.Page"),
                    Map.entry("System", "system.SystemResource$Figures"),
                    Map.entry("Outbox", "system.OutboxBacklog$Figures"),
                    Map.entry("ScheduleDefinition", "schedule.ScheduleRequest"),
                    Map.entry("Timing", "schedule.ScheduleRequest$When"),
                    Map.entry("ScheduledCommand", "schedule.ScheduleRequest$Sent"),
                    Map.entry("Misfire", "schedule.ScheduleRequest$Missed"),
                    Map.entry("Schedule", "schedule.Schedule"),
                    Map.entry("ScheduleAccepted", "schedule.ScheduleAccepted"),
                    Map.entry("Preview", "schedule.Preview"),
                    Map.entry("NextTime", "schedule.Preview$Next"),
                    Map.entry("Problem", "problem.Problem"),
                    Map.entry("Fault", "problem.Fault"));

    @Inject BeanManager beans;

    @Test
    void isOpenApi31AndShownBySwagger() throws IOException {
        assertTrue(Document.served().root().get("openapi").textValue().startsWith("3.1"));
        given().get("/q/swagger-ui/").then().statusCode(200).body(containsString("swagger"));
    }

    @Test
    void namesEveryOperationAndNoOther() throws IOException {
        var documented =
                Document.served().operations().stream()
                        .map(Document.Operation::toString)
                        .collect(Collectors.toCollection(TreeSet::new));
        var offered =
                beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                        .map(Bean::getBeanClass)
                        .filter(type -> type.isAnnotationPresent(Path.class))
                        .flatMap(ContractTest::operations)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(offered, documented);
    }

    @Test
    void hasTheFieldsThatAreReadAndWritten() throws Exception {
        var document = Document.served();
        for (var schema : RECORDS.entrySet()) {
            var type = Class.forName("dev.holdfast.gateway." + schema.getValue());
            Set<String> fields =
                    Arrays.stream(type.getRecordComponents())
                            .map(RecordComponent::getName)
                            .collect(Collectors.toSet());
            assertEquals(fields, document.fieldsOf(schema.getKey()), schema.getKey());
        }
    }

    @Test
    void explainsEveryProblem() throws IOException {
        String description = Document.served().root().at("/info/description").textValue();
        for (ProblemType type : ProblemType.values()) {
            var row = "| `%s` | %d |".formatted(type.slug(), type.status());
            assertTrue(description.contains(row), row);
        }
    }

    private static Stream<String> operations(Class<?> resource) {
        String root = resource.getAnnotation(Path.class).value();
        return Arrays.stream(resource.getDeclaredMethods())
                .flatMap(method -> operations(root, method));
    }

    private static Stream<String> operations(String root, Method method) {
        var path = method.getAnnotation(Path.class);
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(http -> http != null)
                .map(http -> http.value() + " " + root + (path == null ? "" : path.value()));
    }
}
