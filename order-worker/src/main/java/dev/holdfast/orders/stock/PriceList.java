package dev.holdfast.orders.stock;

import dev.holdfast.contracts.orders.PricedLine;
import dev.holdfast.contracts.orders.RequestedLine;
import java.util.List;
import java.util.Map;

/** Names and prices of some items at one moment. */
public record PriceList(Map<String, Offer> offers) {

    /**
     * An item as it is offered.
     *
     * @param prices minor units by ISO 4217 code
     */
    public record Offer(String name, Map<String, Long> prices) {}

    private static final Offer NONE = new Offer(null, Map.of());

    /** The lines with names and prices; null for what the catalogue does not have. */
    public List<PricedLine> price(List<RequestedLine> lines, String currency) {
        return lines.stream().map(line -> price(line, currency)).toList();
    }

    private PricedLine price(RequestedLine line, String currency) {
        Offer offer = offers.getOrDefault(line.sku(), NONE);
        return new PricedLine(
                line.sku(), offer.name(), line.quantity(), offer.prices().get(currency));
    }
}
