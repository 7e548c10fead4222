package dev.holdfast.gateway.item;

import dev.holdfast.gateway.Plans;
import dev.holdfast.gateway.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ItemPlansTest {

    private static final String ITEMS =
            """
            INSERT INTO item_view (sku, name, prices, definition_version, updated_at)
            SELECT 'SKU-' || i, 'Tea', '{"EUR": 1}', 1, now() FROM generate_series(1, 50000) i
            """;

    @Inject Plans plans;

    @BeforeEach
    void fill() throws SQLException {
        plans.fill(List.of(ITEMS));
    }

    @AfterEach
    void empty() throws SQLException {
        plans.close();
    }

    @Test
    void theListIsReadAlongAnIndex() throws SQLException {
        plans.expect("item_view_pkey", ItemResource.listing(), Plans.cursor("SKU-30000"));
    }
}
