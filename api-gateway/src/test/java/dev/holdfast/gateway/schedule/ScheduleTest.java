package dev.holdfast.gateway.schedule;

import static dev.holdfast.gateway.Clients.merchant;
import static dev.holdfast.gateway.Clients.operator;
import static dev.holdfast.gateway.Clients.posting;
import static dev.holdfast.gateway.Facts.fact;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.contracts.scheduler.Fire;
import dev.holdfast.contracts.scheduler.ScheduleChanged;
import dev.holdfast.contracts.scheduler.ScheduleDefinition;
import dev.holdfast.contracts.scheduler.ScheduleFired;
import dev.holdfast.contracts.scheduler.Timing;
import dev.holdfast.gateway.Store;
import dev.holdfast.gateway.TestStack;
import dev.holdfast.jobs.calendar.Definitions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ScheduleTest {

    private static final Instant DEFINED = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant FIRST = Instant.parse("2026-11-24T01:30:00Z");
    private static final Instant SECOND = Instant.parse("2026-11-25T01:30:00Z");

    private static final String NIGHTLY =
            """
            {"timing": {"cron": "30 2 * * *", "zone": "Europe/Berlin"},
             "fire": {"type": "holdfast.scheduler.StartJob.v1",
                      "body": {"service": "order-worker", "kind": "retention", "input": "{}"}}}
            """;

    @Inject Store store;

    private final String name = "nightly-" + UUID.randomUUID();

    @Test
    void is_defined_and_followed() {
        String command = define(NIGHTLY);
        assertEquals(
                1,
                store.count(
                        "outbox WHERE message_id = ? AND address = 'scheduler-service.DefineSchedule'"
                                + " AND body::jsonb #>> '{definition,timing,clockGap}' = 'shift'"
                                + " AND body::jsonb #>> '{definition,fire,key}' = 'retention'",
                        UUID.fromString(command)));
        operator().get("/v1/schedules/" + name).then().statusCode(404);

        store.take(
                List.of(
                        fact(changed("active", FIRST), 1L, UUID.fromString(command)),
                        fact(fired(FIRST, SECOND), null, UUID.randomUUID())));

        operator().get("/v1/commands/" + command).then().body("status", equalTo("done"));
        operator()
                .get("/v1/schedules/" + name)
                .then()
                .body("state", equalTo("active"))
                .body("timing.cron", equalTo("30 2 * * *"))
                .body("timing.clockOverlap", equalTo("first"))
                .body("misfire.policy", equalTo("fire-once"))
                .body("overlap", equalTo("skip"))
                .body("nextFireAt", equalTo(SECOND.toString()))
                .body("lastFireAt", equalTo(FIRST.toString()))
                .body("lastOutcome", equalTo("fired"))
                .body("version", equalTo(1));
        operator().get("/v1/schedules?limit=200").then().body("items.name", hasItem(name));
    }

    @Test
    void shows_its_next_times_without_the_scheduler() {
        store.take(List.of(fact(changed("active", FIRST), 1L, UUID.randomUUID())));
        operator()
                .get("/v1/schedules/" + name + "/next?n=3")
                .then()
                .statusCode(200)
                .body("zone", equalTo("Europe/Berlin"))
                .body("times", hasSize(3))
                .body("times[0].local", containsString("T02:30:00"));
        operator().get("/v1/schedules/" + name + "/next").then().body("times", hasSize(20));
        operator().get("/v1/schedules/" + name + "/next?n=0").then().statusCode(400);

        store.take(List.of(fact(changed("paused", null), 2L, UUID.randomUUID())));
        operator().get("/v1/schedules/" + name + "/next").then().body("times", empty());
    }

    @Test
    void an_old_word_changes_nothing() {
        store.take(
                List.of(
                        fact(changed("active", FIRST), 1L, UUID.randomUUID()),
                        fact(fired(SECOND, null), null, UUID.randomUUID()),
                        fact(changed("paused", null), 2L, UUID.randomUUID())));
        store.take(List.of(fact(changed("active", FIRST), 1L, UUID.randomUUID())));
        store.take(List.of(fact(fired(FIRST, SECOND), null, UUID.randomUUID())));

        operator()
                .get("/v1/schedules/" + name)
                .then()
                .body("state", equalTo("paused"))
                .body("nextFireAt", nullValue())
                .body("lastFireAt", equalTo(SECOND.toString()));
    }

    @Test
    void is_paused_resumed_fired_and_deleted_by_command() {
        posting(operator()).post("/v1/schedules/" + name + "/pause").then().statusCode(404);
        store.take(List.of(fact(changed("active", FIRST), 1L, UUID.randomUUID())));
        for (var change :
                List.of(
                        List.of("pause", "PauseSchedule"),
                        List.of("resume", "ResumeSchedule"),
                        List.of("fire", "FireScheduleNow"))) {
            String command =
                    posting(operator())
                            .post("/v1/schedules/" + name + "/" + change.getFirst())
                            .then()
                            .statusCode(202)
                            .extract()
                            .path("commandId");
            assertEquals(
                    1,
                    store.count(
                            "outbox WHERE message_id = ? AND address = ?",
                            UUID.fromString(command),
                            "scheduler-service." + change.getLast()));
        }
        operator().delete("/v1/schedules/" + name).then().statusCode(202);

        store.take(List.of(fact(changed("deleted", null), 2L, UUID.randomUUID())));
        operator().get("/v1/schedules/" + name).then().statusCode(404);
        operator().get("/v1/schedules?limit=200").then().body("items.name", not(hasItem(name)));
    }

    @Test
    void what_cannot_be_is_refused_at_once_with_a_reason() {
        refused(
                NIGHTLY.replace("30 2", "30 24"),
                "'24' cannot be among the hours, which are 0 to 23.");
        refused(
                NIGHTLY.replace("30 2 * * *", "0 0 30 2 *"),
                "'0 0 30 2 *' means no day that ever comes.");
        refused(
                NIGHTLY.replace("Europe/Berlin", "Europe/Bonn"),
                "There is no time zone 'Europe/Bonn'.");
        refused(NIGHTLY.replace("StartJob", "StopJob"), "/fire/type is not a command.");
        refused(
                NIGHTLY.replace("order-worker", "order-walker"),
                "/fire/body is not what a StartJob says.");
        merchant().contentType("application/json").body(NIGHTLY).put(path()).then().statusCode(403);
    }

    private void refused(String body, String detail) {
        operator()
                .contentType("application/json")
                .body(body)
                .put(path())
                .then()
                .statusCode(400)
                .body("detail", equalTo(detail));
    }

    private String define(String body) {
        return operator()
                .contentType("application/json")
                .body(body)
                .put(path())
                .then()
                .statusCode(202)
                .extract()
                .path("commandId");
    }

    private String path() {
        return "/v1/schedules/" + name;
    }

    private ScheduleChanged changed(String state, Instant next) {
        var definition =
                new ScheduleDefinition(
                        Timing.cron("30 2 * * *", "Europe/Berlin"),
                        null,
                        null,
                        new Fire("holdfast.scheduler.StartJob.v1", "retention", "{}"),
                        null,
                        null);
        return new ScheduleChanged(name, Definitions.completed(definition), state, DEFINED, next);
    }

    private ScheduleFired fired(Instant at, Instant next) {
        return new ScheduleFired(name, at, "fired", UUID.randomUUID(), next);
    }
}
