package dev.holdfast.devstack.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.holdfast.devstack.thirdparty.Answer;
import dev.holdfast.devstack.thirdparty.LocalHttp;
import dev.holdfast.devstack.thirdparty.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The demo's client of the API. */
class ApiTest {

    private static final Answer ACCEPTED =
            new Answer.Reply(202, JsonNodeFactory.instance.objectNode().put("id", "o1"));

    private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
    private final List<String> troubles = new ArrayList<>();

    @Test
    void aRequestIsRepeatedUnderItsKeyUntilItIsAnswered() {
        var answers =
                List.of(
                        new Answer.HangUp(),
                        Answer.refused(503, "Not yet."),
                        Answer.refused(409, "In flight."),
                        ACCEPTED);
        try (var server = serving(answers.iterator())) {
            Api.Reply reply = api(server, Duration.ofMinutes(1)).send("POST", "/x", "{}", "k1");

            assertEquals(202, reply.status());
            assertEquals(4, requests.size());
            assertTrue(
                    requests.stream()
                            .allMatch(r -> r.header("Idempotency-Key").get().equals("k1")));
            assertEquals(server.url() + " cannot be reached; trying again", troubles.getFirst());
        }
    }

    @Test
    void aRefusalIsAnAnswer() {
        try (var server = serving(List.of(Answer.refused(422, "No.")).iterator())) {
            assertEquals(422, api(server, Duration.ofMinutes(1)).get("/x").status());
        }
    }

    @Test
    void itGivesUpWhenNothingHasMovedForTooLong() {
        Api api;
        try (var server = serving(Collections.emptyIterator())) {
            api = api(server, Duration.ZERO);
        }
        var gaveUp = assertThrows(GaveUp.class, () -> api.get("/x"));
        assertTrue(gaveUp.getMessage().contains("cannot be reached"));
    }

    private LocalHttp serving(Iterator<? extends Answer> answers) {
        return LocalHttp.start(
                0,
                request -> {
                    requests.add(request);
                    return answers.next();
                });
    }

    private Api api(LocalHttp server, Duration limit) {
        return new Api(server.url(), null, new Patience(limit), troubles::add);
    }
}
