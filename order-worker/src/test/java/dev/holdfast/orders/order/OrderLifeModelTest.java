package dev.holdfast.orders.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.contracts.orders.OrderConfirmed;
import dev.holdfast.contracts.orders.OrderDeclined;
import dev.holdfast.contracts.orders.OrderEvent;
import dev.holdfast.contracts.orders.OrderExpired;
import dev.holdfast.contracts.orders.OrderPlaced;
import dev.holdfast.contracts.orders.OrderRejected;
import dev.holdfast.contracts.orders.PaymentAuthorized;
import dev.holdfast.contracts.orders.PaymentVoided;
import dev.holdfast.contracts.orders.StockReserved;
import dev.holdfast.orders.order.Instruction.Authorize;
import dev.holdfast.orders.order.Instruction.Decline;
import dev.holdfast.orders.order.Instruction.Expire;
import dev.holdfast.orders.order.Instruction.Place;
import dev.holdfast.orders.order.Instruction.RecordVoid;
import dev.holdfast.orders.order.OrderState.Authorized;
import dev.holdfast.orders.order.OrderState.Confirmed;
import dev.holdfast.orders.order.OrderState.NotPlaced;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Thousands of lives of an order, each a random sequence of instructions with repetitions and in
 * any order. Run one again with {@code -Dholdfast.seed=…}.
 */
class OrderLifeModelTest {

    private static final int LIVES = 20_000;

    @Test
    void everyLifeKeepsTheInvariants() {
        long seed = Long.getLong("holdfast.seed", System.nanoTime());
        for (int life = 0; life < LIVES; life++) {
            var instructions = instructions(new Random(seed + life));
            try {
                live(instructions);
            } catch (RuntimeException | AssertionError broken) {
                throw new AssertionError(
                        "Broken by %s; again with -Dholdfast.seed=%d"
                                .formatted(shrunk(instructions), seed + life),
                        broken);
            }
        }
    }

    private static void live(List<Instruction> instructions) {
        OrderState state = new NotPlaced();
        var history = new ArrayList<OrderEvent>();
        int held = 0;
        for (Instruction instruction : instructions) {
            var events = Decider.decide(state, instruction);
            state = Decider.evolve(state, events);
            history.addAll(events);
            held += events.stream().mapToInt(OrderLifeModelTest::heldBy).sum();

            assertEquals(
                    List.of(), Decider.decide(state, instruction), "a repetition does nothing");
            assertEquals(state.holdsStock() ? 2 : 0, held, "stock is held exactly while needed");
            assertEquals(state, Decider.evolve(new NotPlaced(), history), "a replay ends the same");
            assertMoney(state, history);
            assertEnds(state, history);
        }
    }

    private static int heldBy(OrderEvent event) {
        return switch (event) {
            case StockReserved reserved ->
                    reserved.lines().stream().mapToInt(line -> line.quantity()).sum();
            case OrderDeclined _, OrderExpired _ -> -2;
            case OrderPlaced _,
                    OrderRejected _,
                    PaymentAuthorized _,
                    OrderConfirmed _,
                    PaymentVoided _ ->
                    0;
        };
    }

    private static void assertMoney(OrderState state, List<OrderEvent> history) {
        long authorized =
                history.stream()
                        .mapToLong(e -> e instanceof PaymentAuthorized a ? a.amount() : 0)
                        .sum();
        switch (state) {
            case Authorized(Order order, Payment payment) -> {
                assertEquals(order.total(), authorized);
                assertEquals(order.total(), payment.amount());
            }
            case Confirmed(Order order, Payment payment) -> {
                assertEquals(order.total(), authorized);
                assertEquals(order.total(), payment.amount());
            }
            default -> assertEquals(0, authorized, "nobody pays for what he does not get");
        }
    }

    private static void assertEnds(OrderState state, List<OrderEvent> history) {
        long ends = history.stream().filter(OrderLifeModelTest::isEnd).count();
        long voids = history.stream().filter(PaymentVoided.class::isInstance).count();
        assertEquals(state.settled() ? 1 : 0, ends, "one end, and only one");
        assertTrue(voids <= 1, "a payment is given back once");
        if (!history.isEmpty()) {
            assertTrue(history.getFirst() instanceof OrderPlaced, "placed comes first");
        }
    }

    private static boolean isEnd(OrderEvent event) {
        return switch (event) {
            case OrderConfirmed _, OrderRejected _, OrderDeclined _, OrderExpired _ -> true;
            case OrderPlaced _, StockReserved _, PaymentAuthorized _, PaymentVoided _ -> false;
        };
    }

    private static List<Instruction> instructions(Random random) {
        var sequence = new ArrayList<Instruction>();
        int length = 1 + random.nextInt(12);
        for (int i = 0; i < length; i++) {
            sequence.add(any(random));
        }
        if (random.nextInt(4) > 0) {
            sequence.addFirst(placement(random));
        }
        for (int repeated = random.nextInt(4); repeated > 0; repeated--) {
            var again = sequence.get(random.nextInt(sequence.size()));
            sequence.add(random.nextInt(sequence.size() + 1), again);
        }
        if (random.nextInt(3) == 0) {
            Collections.shuffle(sequence, random);
        }
        return sequence;
    }

    private static Instruction any(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> placement(random);
            case 1, 2 -> new Authorize("pi_" + random.nextInt(2));
            case 3 -> new Decline("card_declined", "No.");
            case 4 -> new Expire();
            default -> new RecordVoid("pi_" + random.nextInt(2));
        };
    }

    private static Place placement(Random random) {
        return random.nextInt(4) > 0
                ? Samples.place()
                : new Place(Samples.command(), Samples.QUOTE, new Reservation.Short("TEA-01"));
    }

    /** Leaves out whatever is not needed to break it. */
    private static List<Instruction> shrunk(List<Instruction> broken) {
        for (int i = 0; i < broken.size(); i++) {
            var shorter = new ArrayList<>(broken);
            shorter.remove(i);
            if (breaks(shorter)) {
                return shrunk(shorter);
            }
        }
        return broken;
    }

    private static boolean breaks(List<Instruction> instructions) {
        try {
            live(instructions);
            return false;
        } catch (RuntimeException | AssertionError broken) {
            return true;
        }
    }
}
