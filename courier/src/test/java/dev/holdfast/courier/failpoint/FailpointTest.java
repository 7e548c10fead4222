package dev.holdfast.courier.failpoint;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A failpoint")
class FailpointTest {

    @Test
    @DisplayName("acts at the time that was asked for")
    void parsed() {
        Map<String, List<Failpoint.Armed>> armed = Failpoint.parse("a.b=kill@3, c.d=throw");
        assertEquals(Action.KILL, armed.get("a.b").getFirst().action());
        assertEquals(3, armed.get("a.b").getFirst().left().get());
        assertEquals(Action.THROW, armed.get("c.d").getFirst().action());
        assertEquals(1, armed.get("c.d").getFirst().left().get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"relay.advanced", "relay.advanced=explode", "a=kill@", "a@2=kill@3"})
    @DisplayName("that cannot be read is refused in a sentence that says what can")
    void refused(String asked) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> Failpoint.parse(asked));
        assertTrue(refusal.getMessage().contains("holdfast.failpoints"), refusal.getMessage());
    }

    @Test
    @DisplayName("that nobody asked for does nothing")
    void silent() {
        assertDoesNotThrow(() -> Failpoint.at("relay.advanced"));
    }
}
