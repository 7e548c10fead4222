package dev.holdfast.devstack.demo;

import dev.holdfast.devstack.demo.Examples.CatalogueItem;
import java.time.Duration;
import java.util.List;

/** Puts the catalogue in. */
final class Shop {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Api api;
    private final Patience patience;

    Shop(Api api, Patience patience) {
        this.api = api;
        this.patience = patience;
    }

    /** Puts the items in and waits until each can be read, so that orders for them are accepted. */
    void open(List<CatalogueItem> catalogue) {
        for (CatalogueItem item : catalogue) {
            Api.Reply reply = api.send("PUT", path(item), item.body(), item.sku());
            if (!reply.isGood()) {
                throw new GaveUp("The item %s is refused: %s".formatted(item.sku(), reply.body()));
            }
            patience.progress();
        }
        for (CatalogueItem item : catalogue) {
            while (!api.get(path(item)).isGood()) {
                patience.pause(
                        BETWEEN_LOOKS, "the item %s is not to be seen".formatted(item.sku()));
            }
            patience.progress();
        }
    }

    private static String path(CatalogueItem item) {
        return "/v1/items/" + item.sku();
    }
}
