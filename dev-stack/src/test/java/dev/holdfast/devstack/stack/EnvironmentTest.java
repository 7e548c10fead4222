package dev.holdfast.devstack.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTest {

    @Test
    void aSettingIsNamedAsMicroProfileConfigLooksItUp() {
        assertEquals(
                Map.of("QUARKUS_DATASOURCE_JDBC_URL", "a", "RABBITMQ_HOST", "b"),
                Environment.of(Map.of("quarkus.datasource.jdbc.url", "a", "rabbitmq-host", "b")));
    }
}
