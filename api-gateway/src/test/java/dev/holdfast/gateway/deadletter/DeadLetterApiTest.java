package dev.holdfast.gateway.deadletter;

import static dev.holdfast.gateway.Clients.merchant;
import static dev.holdfast.gateway.Clients.operator;
import static dev.holdfast.gateway.Clients.posting;
import static dev.holdfast.gateway.Facts.fact;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.contracts.Event;
import dev.holdfast.contracts.operations.DeadLetterDiscarded;
import dev.holdfast.contracts.operations.DeadLetterRedriven;
import dev.holdfast.contracts.operations.DeadLetterResolved;
import dev.holdfast.contracts.operations.DeadLetterSelection;
import dev.holdfast.contracts.operations.DeadLettered;
import dev.holdfast.contracts.operations.DeadLettersDiscarded;
import dev.holdfast.contracts.operations.FailedTry;
import dev.holdfast.contracts.operations.Payload;
import dev.holdfast.contracts.operations.RedriveFinished;
import dev.holdfast.contracts.operations.RedriveProgressed;
import dev.holdfast.contracts.operations.RedriveStarted;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.gateway.Store;
import dev.holdfast.gateway.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class DeadLetterApiTest {

    @Inject Store store;

    private final UUID id = MessageIds.next();
    private final UUID redrive = MessageIds.next();
    private final String subject = "subject-" + id;

    @Test
    void showsALetterWithItsMessageAndItsHistory() {
        store.take(List.of(died(1, "permanent"), redriven(2), died(3, "attempts_exhausted")));
        store.takeEach(List.of(redriven(4), resolved(5)));
        operator()
                .get("/v1/dead-letters/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("resolved"))
                .body("reason", equalTo("attempts_exhausted"))
                .body("address", equalTo("order-worker.commands"))
                .body("headers.ce_source", equalTo("/api-gateway"))
                .body("payload.text", equalTo("{\"email\":\"ada@example.org\"}"))
                .body("payload.whole", equalTo(true))
                .body(
                        "history.change",
                        contains("dead", "redriven", "dead", "redriven", "resolved"))
                .body("history[0].tries[0].error", equalTo("It is down."))
                .body("history[1].by", equalTo("ops-1"))
                .body("history[1].commandId", equalTo(redrive.toString()))
                .body("history[4].tries", nullValue());
        merchant().get("/v1/dead-letters/" + id).then().statusCode(403);
        operator().get("/v1/dead-letters/" + redrive).then().statusCode(404);
    }

    @Test
    void isTheSameInWhateverOrderItIsTold() {
        List<Received<Event>> life =
                new ArrayList<>(
                        List.of(
                                died(1, "permanent"),
                                redriven(2),
                                died(3, "permanent"),
                                discarded(4)));
        var random = new Random(17);
        store.take(List.of(life.getFirst()));
        for (int i = 0; i < 5; i++) {
            Collections.shuffle(life, random);
            store.take(life);
            store.takeEach(life);
        }
        operator()
                .get("/v1/dead-letters/" + id)
                .then()
                .body("state", equalTo("discarded"))
                .body("history.change", contains("dead", "redriven", "dead", "discarded"));
    }

    @Test
    void findsLettersByWhatIsKnownOfThem() {
        store.take(List.of(died(1, "permanent")));
        for (String filter :
                List.of(
                        "service=order-worker",
                        "state=dead",
                        "reason=permanent",
                        "type=holdfast.orders.PlaceOrder.v1",
                        "from=2026-01-01T00:00:00Z",
                        "until=2099-01-01T00:00:00Z")) {
            list(filter + "&subject=" + subject, 1);
        }
        for (String filter :
                List.of(
                        "service=scheduler-service",
                        "state=resolved",
                        "reason=refused",
                        "type=other",
                        "from=2099-01-01T00:00:00Z",
                        "until=2026-01-01T00:00:00Z")) {
            list(filter + "&subject=" + subject, 0);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "state=alive|state|must be one of dead, redriven, resolved, discarded",
                "service=kitchen|service|must be one of api-gateway",
                "from=yesterday|from|must be a time in UTC",
                "reasons=permanent|reasons|is not known here"
            })
    void refusesAFilterThatMakesNoSense(String filter, String parameter, String detail) {
        operator()
                .get("/v1/dead-letters?" + filter)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].parameter", equalTo(parameter))
                .body("detail", containsString(detail));
    }

    @Test
    void aRedriveIsShownFromTheMomentItIsAccepted() {
        store.take(List.of(died(1, "permanent")));
        String accepted =
                posting(operator())
                        .body("{\"ids\": [\"%s\"], \"reason\": \"mended\"}".formatted(id))
                        .post("/v1/dead-letters/redrive")
                        .then()
                        .statusCode(202)
                        .body("state", equalTo("accepted"))
                        .body("service", equalTo("order-worker"))
                        .body("requestedBy", equalTo("ops-1"))
                        .body("ratePerSecond", equalTo(50))
                        .extract()
                        .path("id");
        assertEquals(
                1,
                store.count(
                        "outbox WHERE address = 'order-worker.RedriveDeadLetters' AND key = ?",
                        accepted));
        operator()
                .get("/v1/redrives/" + accepted)
                .then()
                .statusCode(200)
                .body("state", equalTo("accepted"));
        var run = UUID.fromString(accepted);
        store.takeEach(
                List.of(
                        started(run),
                        fact(new RedriveProgressed(run, "order-worker", 3, 1, 0), null, run)));
        operator()
                .get("/v1/redrives/" + accepted)
                .then()
                .body("state", equalTo("running"))
                .body("matched", equalTo(7))
                .body("redriven", equalTo(3))
                .body("first", contains(id.toString()));
        operator().get("/v1/commands/" + accepted).then().body("status", equalTo("done"));

        String cancel =
                posting(operator())
                        .body("{\"reason\": \"They fail again.\"}")
                        .post("/v1/redrives/" + accepted + "/cancel")
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("commandId");
        var over =
                fact(
                        new RedriveFinished(
                                run, "order-worker", "canceled", 4, 1, 0, "ops-1", "Enough."),
                        null,
                        UUID.fromString(cancel));
        store.takeEach(List.of(over, started(run), over));
        operator()
                .get("/v1/redrives/" + accepted)
                .then()
                .body("state", equalTo("canceled"))
                .body("redriven", equalTo(4))
                .body("canceledBy", equalTo("ops-1"));
        operator().get("/v1/commands/" + cancel).then().body("status", equalTo("done"));
        operator().get("/v1/redrives?limit=200").then().body("items.id", hasItem(accepted));
    }

    @Test
    void aDiscardIsDoneWhenTheServiceSaysSo() {
        String command =
                posting(operator())
                        .body(
                                """
                                {"filter": {"service": "order-worker", "subject": "%s"}, "reason": "a test"}
                                """
                                        .formatted(subject))
                        .post("/v1/dead-letters/discard")
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("commandId");
        operator().get("/v1/commands/" + command).then().body("status", equalTo("accepted"));
        var discard = UUID.fromString(command);
        store.take(
                List.of(fact(new DeadLettersDiscarded(discard, "order-worker", 2), null, redrive)));
        operator().get("/v1/commands/" + command).then().body("status", equalTo("done"));
    }

    @Test
    void refusesIdsOfSeveralServicesAndIdsThatAreNone() {
        UUID other = MessageIds.next();
        store.take(List.of(died(1, "permanent"), dead(other, "scheduler-service")));
        refused("{\"ids\": [\"%s\", \"%s\"], \"reason\": \"x\"}".formatted(id, other))
                .body("detail", containsString("must all be of one service"));
        refused("{\"ids\": [\"%s\", \"%s\"], \"reason\": \"x\"}".formatted(id, redrive))
                .body("errors[0].pointer", equalTo("/ids/1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{\"reason\": \"x\"}||must have either ids or a filter",
                "{\"ids\": [\"00000000-0000-7000-8000-000000000000\"], \"filter\": {\"service\": \"order-worker\"}, \"reason\": \"x\"}||must have either ids or a filter",
                "{\"ids\": [], \"reason\": \"x\"}|/ids|must have 1 to 1000 ids",
                "{\"ids\": [\"7\"], \"reason\": \"x\"}|/ids/0|must be an id",
                "{\"ids\": [null], \"reason\": \"x\"}|/ids/0|must be an id",
                "{\"filter\": {}, \"reason\": \"x\"}|/filter/service|is missing",
                "{\"filter\": {\"service\": \"kitchen\"}, \"reason\": \"x\"}|/filter/service|must be one of",
                "{\"filter\": {\"service\": \"order-worker\", \"from\": \"now\"}, \"reason\": \"x\"}|/filter/from|must be a time in UTC",
                "{\"filter\": {\"service\": \"order-worker\"}}|/reason|is missing",
                "{\"filter\": {\"service\": \"order-worker\"}, \"reason\": \" \"}|/reason|must not be blank",
                "{\"filter\": {\"service\": \"order-worker\"}, \"reason\": \"x\", \"ratePerSecond\": 0}|/ratePerSecond|must be at least 1",
                "{\"filter\": {\"service\": \"order-worker\"}, \"reason\": \"x\", \"ratePerSecond\": 10001}|/ratePerSecond|must be at most 10000",
                "{\"filter\": {\"service\": \"order-worker\"}, \"reason\": \"x\", \"dryRun\": \"yes\"}|/dryRun|must be true or false"
            })
    void refusesARedriveThatMakesNoSense(String body, String pointer, String sentence) {
        refused(body)
                .body("errors[0].pointer", equalTo(pointer == null ? "" : pointer))
                .body("detail", containsString(sentence));
    }

    private ValidatableResponse refused(String body) {
        var before = store.written();
        var answer =
                posting(operator())
                        .body(body)
                        .post("/v1/dead-letters/redrive")
                        .then()
                        .statusCode(400)
                        .contentType("application/problem+json")
                        .body("type", equalTo("urn:holdfast:problem:invalid-request"));
        assertEquals(before, store.written());
        return answer;
    }

    private static void list(String query, int found) {
        operator()
                .get("/v1/dead-letters?" + query)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(found));
    }

    private Received<Event> died(long version, String reason) {
        return fact(
                new DeadLettered(
                        id,
                        "order-worker",
                        "queue",
                        redrive,
                        "holdfast.orders.PlaceOrder.v1",
                        subject,
                        reason,
                        "It is down.",
                        version,
                        "order-worker.commands",
                        Instant.parse("2026-11-23T10:15:30Z"),
                        List.of(new FailedTry(Instant.now(), "transient", "It is down.")),
                        Map.of("ce_source", "/api-gateway"),
                        new Payload("{\"email\":\"ada@example.org\"}", 27, true)),
                null,
                redrive);
    }

    private static Received<Event> dead(UUID letter, String service) {
        return fact(
                new DeadLettered(
                        letter,
                        service,
                        "queue",
                        letter,
                        "t",
                        letter.toString(),
                        "permanent",
                        "No."),
                null,
                letter);
    }

    private Received<Event> redriven(long version) {
        return fact(
                new DeadLetterRedriven(
                        id, "order-worker", redrive, subject, version, redrive, "ops-1", "Mended."),
                null,
                redrive);
    }

    private Received<Event> resolved(long version) {
        return fact(
                new DeadLetterResolved(id, "order-worker", redrive, subject, version, "handled"),
                null,
                redrive);
    }

    private Received<Event> discarded(long version) {
        return fact(
                new DeadLetterDiscarded(
                        id, "order-worker", redrive, subject, version, redrive, "ops-1", "No."),
                null,
                redrive);
    }

    private Received<Event> started(UUID run) {
        var selection = new DeadLetterSelection(List.of(id), null, null, null, null, null, null);
        return fact(
                new RedriveStarted(
                        run, "order-worker", selection, false, 50, "ops-1", "m", 7, List.of(id)),
                null,
                run);
    }
}
