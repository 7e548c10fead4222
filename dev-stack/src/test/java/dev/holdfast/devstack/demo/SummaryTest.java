package dev.holdfast.devstack.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The figures of a run, and when they do not add up. */
class SummaryTest {

    private static final Instant ACCEPTED = Instant.parse("2026-11-23T12:00:00Z");
    private static final Witnesses CONTENT = new Witnesses(0, 0, 3, 0, 0);

    private final List<PlacedOrder> orders =
            List.of(
                    order("o1", "confirmed", null, 40),
                    order("o2", "confirmed", null, 90),
                    order("o3", "rejected", "out_of_stock", 0));
    private final List<Notice> notices =
            List.of(
                    new Notice("o1", "order-confirmed", "sent"),
                    new Notice("o2", "order-confirmed", "sent"),
                    new Notice("o3", "order-rejected", "sent"));

    @Test
    void itTellsWhatBecameOfEveryRequest() {
        var summary = summary(orders, CONTENT, "o1", "o2", "o3", "o1");

        assertTrue(summary.addsUp());
        assertEquals(
                """

                Run abcde: 5 requests

                  accepted        3
                  confirmed       2
                  rejected        1   out_of_stock 1
                  declined        0
                  expired         0
                  refused         1   unknown-sku 1
                  repeated        1   same key and body: the first answer again

                  POST to confirmed: median 40 ms, p99 90 ms
                  mails sent: 3 (order-confirmed 2, order-rejected 1)

                  It adds up: 3 accepted = 2 confirmed + 1 rejected + 0 declined + 0 expired.
                  The payment provider's books: 0 charged twice, 0 confirmed without a charge.
                  The mailbox: 3 mails, 0 orders told twice (0 repeats dropped by Message-ID).
                """,
                summary.text());
    }

    @Test
    void anOrderThatIsNotAtItsEndDoesNotAddUp() {
        var stuck = List.of(order("o1", "reserved", null, 0), orders.get(1), orders.get(2));
        var summary = summary(stuck, CONTENT, "o1", "o2", "o3", "o1");

        assertFalse(summary.addsUp());
        assertTrue(summary.text().contains("It does NOT add up: 3 accepted is not 1 confirmed"));
    }

    @Test
    void anOrderThatWasAcceptedAndIsNotListedDoesNotAddUp() {
        var summary = summary(orders, CONTENT, "o1", "o2", "o3", "o4");

        assertFalse(summary.addsUp());
        assertTrue(summary.text().contains("a 202 was read for 4 orders, and the API lists 3."));
    }

    @Test
    void anOrderChargedTwiceDoesNotAddUp() {
        assertFalse(summary(orders, new Witnesses(1, 0, 3, 0, 0), "o1", "o2", "o3", "o1").addsUp());
    }

    @Test
    void anOrderIsFinishedWhenItIsAtItsEndAndToldOf() {
        assertEquals(0, new Figures(orders, notices).unfinished(Set.of("o1", "o2", "o3")));
        assertEquals(1, new Figures(orders, notices.subList(0, 2)).unfinished(Set.of("o3")));
        assertEquals(1, new Figures(orders, notices).unfinished(Set.of("o4")));
    }

    private Summary summary(List<PlacedOrder> listed, Witnesses witnesses, String... accepted) {
        var replies = new Replies();
        for (String id : accepted) {
            replies.add(new Api.Reply(202, JsonNodeFactory.instance.objectNode().put("id", id)));
        }
        replies.add(
                new Api.Reply(
                        422,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("type", "urn:holdfast:problem:unknown-sku")));
        return new Summary(new RunId("abcde"), 5, new Figures(listed, notices), replies, witnesses);
    }

    private static PlacedOrder order(String id, String status, String reason, int millis) {
        return new PlacedOrder(
                id,
                "abcde-" + id,
                status,
                reason,
                1,
                ACCEPTED,
                status.equals("confirmed") ? ACCEPTED.plusMillis(millis) : null);
    }
}
