package dev.holdfast.contracts.stock;

import dev.holdfast.contracts.Command;
import java.util.Map;

/**
 * Put an item into the catalogue, or change it.
 *
 * @param prices minor units by ISO 4217 code
 * @param stock how many are on hand after a count; null leaves the stock as it is. Less than what
 *     is reserved is refused.
 */
public record DefineItem(String sku, String name, Map<String, Long> prices, Long stock)
        implements Command {

    @Override
    public String key() {
        return sku;
    }
}
