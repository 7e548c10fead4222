package dev.holdfast.courier.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.runtime.PreventFurtherStepsException;
import java.net.BindException;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StartFailureTest {

    @Test
    void what_is_not_set_is_named() {
        told(
                "quarkus.datasource.jdbc.url is not set.",
                new IllegalStateException(
                        "Bean is not active.\nTo activate the datasource, set configuration property"
                                + " 'quarkus.datasource.jdbc.url'. Refer to the guide."));
        told(
                "holdfast.payments.key is not set.",
                new IllegalStateException(
                        "SRCFG00014: The config property holdfast.payments.key is required but it"
                                + " could not be found in any config source"));
    }

    @Test
    void what_cannot_be_read_is_named() {
        told(
                "holdfast.timers.retention cannot be read.",
                new IllegalStateException(
                        "Failed to load config value of type class java.time.Duration for:"
                                + " holdfast.timers.retention"));
        told(
                "holdfast.timers.tick cannot be read.",
                new IllegalStateException(
                        "Invalid every() expression on: @Scheduled(identity=\"timers\", every=\"{holdfast.timers.tick}\")"));
    }

    @Test
    void what_others_refuse_is_told_in_their_words() {
        told(
                "Postgres cannot be used: FATAL: role \"nobody\" does not exist",
                new SQLException("FATAL: role \"nobody\"\n  does not exist"));
        told("Port already bound: 8080.", new BindException("Port already bound: 8080"));
        told(
                "The development issuer is refused.",
                new PreventFurtherStepsException("The development issuer is refused.", 1));
        told("There is no service 'x'.", new IllegalArgumentException("There is no service 'x'."));
    }

    @Test
    void anything_else_is_not_for_the_operator_to_put_right() {
        var defect = new RuntimeException("Failed to start", new NullPointerException());

        assertEquals(Optional.empty(), StartFailure.sentence(defect));
    }

    private static void told(String sentence, Exception cause) {
        var failure = new RuntimeException("Failed to start", new RuntimeException(cause));
        assertEquals(Optional.of(sentence), StartFailure.sentence(failure));
    }
}
