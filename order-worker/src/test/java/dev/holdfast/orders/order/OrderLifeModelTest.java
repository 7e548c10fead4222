package dev.holdfast.orders.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.contracts.orders.OrderEvent;
import dev.holdfast.contracts.orders.OrderPlaced;
import dev.holdfast.contracts.orders.PaymentAuthorized;
import dev.holdfast.contracts.orders.PaymentCaptured;
import dev.holdfast.contracts.orders.PaymentRefunded;
import dev.holdfast.contracts.orders.PaymentVoided;
import dev.holdfast.contracts.orders.RefundRequested;
import dev.holdfast.contracts.orders.RequestedLine;
import dev.holdfast.orders.order.Instruction.Authorize;
import dev.holdfast.orders.order.Instruction.Decline;
import dev.holdfast.orders.order.Instruction.Expire;
import dev.holdfast.orders.order.Instruction.Place;
import dev.holdfast.orders.order.Instruction.RecordCapture;
import dev.holdfast.orders.order.Instruction.RecordRefund;
import dev.holdfast.orders.order.Instruction.RecordVoid;
import dev.holdfast.orders.order.OrderState.Authorized;
import dev.holdfast.orders.order.OrderState.Canceled;
import dev.holdfast.orders.order.OrderState.Confirmed;
import dev.holdfast.orders.order.OrderState.NotPlaced;
import dev.holdfast.orders.order.OrderState.Shipped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/**
 * Thousands of lives of an order, each a random sequence of instructions and requests, with
 * repetitions and in any order. Run one again with {@code -Dholdfast.seed=…}.
 */
class OrderLifeModelTest {

    private static final int LIVES = 20_000;
    private static final UUID CANCEL = new UUID(1, 1);
    private static final UUID CAPTURE = new UUID(1, 2);

    @Test
    void everyLifeKeepsTheInvariants() {
        long seed = Long.getLong("holdfast.seed", System.nanoTime());
        for (int life = 0; life < LIVES; life++) {
            var steps = steps(new Random(seed + life));
            try {
                live(steps);
            } catch (RuntimeException | AssertionError broken) {
                throw new AssertionError(
                        "Broken by %s; again with -Dholdfast.seed=%d"
                                .formatted(shrunk(steps), seed + life),
                        broken);
            }
        }
    }

    /** One thing that comes to the order: an instruction, or a request that may be refused. */
    private sealed interface Step {

        record Told(Instruction instruction) implements Step {}

        record Asked(Request request) implements Step {}
    }

    private static void live(List<Step> steps) {
        OrderState state = new NotPlaced();
        var history = new ArrayList<OrderEvent>();
        for (Step step : steps) {
            var events = eventsOf(state, step);
            OrderState before = state;
            state = Decider.evolve(state, events);
            history.addAll(events);

            if (step instanceof Step.Told(Instruction instruction)) {
                assertEquals(
                        List.of(), Decider.decide(state, instruction), "a repetition does nothing");
            }
            assertEquals(state, Decider.evolve(new NotPlaced(), history), "a replay ends the same");
            assertEquals("placed", history.isEmpty() ? "placed" : first(history));
            assertGoods(before, state);
            assertMoney(state, history);
        }
    }

    private static List<OrderEvent> eventsOf(OrderState state, Step step) {
        return switch (step) {
            case Step.Told(Instruction instruction) -> Decider.decide(state, instruction);
            case Step.Asked(Request request) ->
                    switch (Requests.decide(state, request)) {
                        case Decision.Granted(var events) -> {
                            assertFalse(events.isEmpty(), "who asks learns what became of it");
                            yield events;
                        }
                        case Decision.Refused _ -> List.of();
                    };
        };
    }

    private static String first(List<OrderEvent> history) {
        return history.getFirst() instanceof OrderPlaced ? "placed" : "something else";
    }

    /** What was held is held, has left, or was freed; and what has left does not come back. */
    private static void assertGoods(OrderState before, OrderState after) {
        assertTrue(pieces(after.gone()) >= pieces(before.gone()), "a parcel does not come back");
        if (after instanceof Shipped shipped) {
            var parcels = shipped.parcels();
            assertEquals(
                    pieces(shipped.order().wanted()),
                    pieces(parcels.sentLines())
                            + pieces(parcels.canceledLines())
                            + pieces(shipped.held()),
                    "every piece was sent, canceled, or is held");
            assertTrue(!shipped.delivered() || shipped.complete(), "delivered is all of it");
        }
    }

    private static int pieces(List<RequestedLine> lines) {
        return lines.stream().mapToInt(RequestedLine::quantity).sum();
    }

    /** Authorized = captured + voided + open; captured = refunded + kept. */
    private static void assertMoney(OrderState state, List<OrderEvent> history) {
        long authorized = sum(history, e -> e instanceof PaymentAuthorized a ? a.amount() : 0);
        long captured = sum(history, e -> e instanceof PaymentCaptured c ? c.amount() : 0);
        long requested = sum(history, e -> e instanceof RefundRequested r ? r.amount() : 0);
        long refunded = sum(history, e -> e instanceof PaymentRefunded r ? r.amount() : 0);
        long voids = history.stream().filter(PaymentVoided.class::isInstance).count();

        assertTrue(voids <= 1, "a payment is given back once");
        assertTrue(refunded <= requested && requested <= captured, "never more than captured");
        switch (state) {
            case Authorized(Order order, Payment payment) -> {
                assertEquals(order.total(), authorized);
                assertEquals(order.total(), payment.amount());
            }
            case Confirmed(Order order, Payment payment) -> {
                assertEquals(order.total(), authorized);
                assertEquals(order.total(), payment.amount());
                assertEquals(0, captured, "nobody pays before something has left");
            }
            case Shipped shipped -> {
                var money = shipped.money();
                assertEquals(authorized, money.captured() + money.open());
                assertEquals(captured, money.captured());
                assertEquals(captured, refunded + money.kept());
                assertEquals(0, voids);
                assertEquals(
                        money.refunded() > 0 && money.kept() == 0,
                        state.status().equals("refunded"));
            }
            case Canceled _ -> {
                assertEquals(0, captured, "nobody pays for what he does not get");
                assertEquals(voids == 0, state.refusesMoney(), "until it is given back");
            }
            default -> assertEquals(0, authorized, "nobody pays for what he does not get");
        }
    }

    private static long sum(List<OrderEvent> history, ToLongFunction<OrderEvent> amount) {
        return history.stream().mapToLong(amount).sum();
    }

    private static List<Step> steps(Random random) {
        var sequence = new ArrayList<Step>();
        int length = 1 + random.nextInt(20);
        for (int i = 0; i < length; i++) {
            sequence.add(any(random));
        }
        if (random.nextInt(3) > 0) {
            sequence.addFirst(new Step.Told(new Authorize("pi_1")));
        }
        if (random.nextInt(8) > 0) {
            sequence.addFirst(new Step.Told(placement(random)));
        }
        for (int repeated = random.nextInt(4); repeated > 0; repeated--) {
            var again = sequence.get(random.nextInt(sequence.size()));
            sequence.add(random.nextInt(sequence.size() + 1), again);
        }
        if (random.nextInt(5) == 0) {
            Collections.shuffle(sequence, random);
        }
        return sequence;
    }

    private static Step any(Random random) {
        return random.nextBoolean()
                ? new Step.Told(instruction(random))
                : new Step.Asked(request(random));
    }

    private static Instruction instruction(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> placement(random);
            case 1, 2 -> new Authorize("pi_" + random.nextInt(2));
            case 3 -> new Decline("card_declined", "No.");
            case 4 -> new Expire();
            case 5 -> new RecordVoid("pi_" + random.nextInt(2));
            case 6, 7 -> new RecordCapture(CAPTURE);
            case 8 -> new RecordRefund(random.nextBoolean() ? CAPTURE : CANCEL);
            default -> new RecordRefund(id(random));
        };
    }

    private static Request request(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> new Request.Cancel(CANCEL, null);
            case 1, 2, 3 -> new Request.Ship(id(random), lines(random), null);
            case 4 -> new Request.Deliver();
            case 5 -> new Request.Refund(id(random), null, List.of(), null);
            case 6 -> new Request.Refund(id(random), (long) random.nextInt(3000), List.of(), null);
            default -> new Request.Refund(id(random), null, lines(random), null);
        };
    }

    private static List<RequestedLine> lines(Random random) {
        return random.nextInt(3) == 0
                ? List.of()
                : List.of(new RequestedLine("TEA-01", 1 + random.nextInt(3)));
    }

    private static UUID id(Random random) {
        return new UUID(0, random.nextInt(4));
    }

    private static Place placement(Random random) {
        return random.nextInt(4) > 0
                ? Samples.place()
                : new Place(Samples.command(), Samples.QUOTE, new Reservation.Short("TEA-01"));
    }

    /** Leaves out whatever is not needed to break it. */
    private static List<Step> shrunk(List<Step> broken) {
        for (int i = 0; i < broken.size(); i++) {
            var shorter = new ArrayList<>(broken);
            shorter.remove(i);
            if (breaks(shorter)) {
                return shrunk(shorter);
            }
        }
        return broken;
    }

    private static boolean breaks(List<Step> steps) {
        try {
            live(steps);
            return false;
        } catch (RuntimeException | AssertionError broken) {
            return true;
        }
    }
}
