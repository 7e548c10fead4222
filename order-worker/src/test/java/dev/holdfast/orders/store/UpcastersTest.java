package dev.holdfast.orders.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.orders.store.Upcasters.Upcast;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpcastersTest {

    private static final String V1 = "holdfast.orders.Example.v1";
    private static final String V2 = "holdfast.orders.Example.v2";
    private static final String V3 = "holdfast.orders.Example.v3";

    private final Upcasters upcasters =
            new Upcasters(
                    List.of(
                            new Upcaster(V2, V3, data -> data.put("currency", "EUR")),
                            new Upcaster(V1, V2, UpcastersTest::toMinorUnits)));

    @Test
    void goesStepByStepToTheVersionOfToday() {
        assertEquals(
                new Upcast(V3, json("{\"amount\": 1290, \"currency\": \"EUR\"}")),
                upcasters.upcast(V1, json("{\"euros\": 12.9}")));
    }

    @Test
    void entersTheChainWhereTheEventWasWritten() {
        assertEquals(
                new Upcast(V3, json("{\"amount\": 5, \"currency\": \"EUR\"}")),
                upcasters.upcast(V2, json("{\"amount\": 5}")));
    }

    @Test
    void leavesAloneWhatNeverChanged() {
        var today = json("{\"amount\": 5}");

        assertEquals(
                new Upcast("holdfast.orders.Other.v1", today),
                upcasters.upcast("holdfast.orders.Other.v1", today));
    }

    private static ObjectNode toMinorUnits(ObjectNode data) {
        long amount = Math.round(data.remove("euros").asDouble() * 100);
        return data.put("amount", (int) amount);
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
