package dev.holdfast.contracts.stock;

import dev.holdfast.contracts.Event;
import java.util.Map;

/**
 * An item stands in the catalogue as said here.
 *
 * @param prices minor units by ISO 4217 code
 */
public record ItemDefined(String sku, String name, Map<String, Long> prices) implements Event {

    @Override
    public String key() {
        return sku;
    }
}
