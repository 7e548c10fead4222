package dev.holdfast.gateway.item;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * An item as the API shows it.
 *
 * @param prices minor units by ISO 4217 code
 * @param onHand what is there
 * @param reserved what of it is promised to orders
 * @param available what can still be ordered
 * @param version grows with every change of the item or its stock
 */
@RegisterForReflection
public record Item(
        String sku,
        String name,
        Map<String, Long> prices,
        long onHand,
        long reserved,
        long available,
        long version,
        Instant updatedAt) {

    static Item of(ItemView view) {
        return new Item(
                view.sku,
                view.name,
                new TreeMap<>(view.prices),
                view.onHand,
                view.reserved,
                view.onHand - view.reserved,
                Math.max(view.definitionVersion, view.stockVersion),
                view.updatedAt);
    }
}
