package dev.holdfast.devstack.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run puts in and sends.
 *
 * @param orders in the order of the file
 */
record Examples(List<CatalogueItem> catalogue, List<Example> orders) {

    /**
     * An item to put in.
     *
     * @param body of the PUT
     */
    record CatalogueItem(String sku, String body) {}

    /**
     * Reads {@code catalogue.ndjson} and {@code orders.ndjson} for a run.
     *
     * @throws UncheckedIOException if one of them cannot be read
     */
    static Examples read(Path folder, RunId run) {
        try {
            var catalogue = new ArrayList<CatalogueItem>();
            for (String line : Files.readAllLines(folder.resolve("catalogue.ndjson"))) {
                catalogue.add(item(line, run));
            }
            var orders = new ArrayList<Example>();
            for (String line : Files.readAllLines(folder.resolve("orders.ndjson"))) {
                orders.add(Example.of(line, orders.size() + 1, run));
            }
            return new Examples(catalogue, orders);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The examples in %s cannot be read: %s".formatted(folder, e.getMessage()), e);
        }
    }

    private static CatalogueItem item(String line, RunId run) throws IOException {
        var item = (ObjectNode) new ObjectMapper().readTree(line);
        String sku = run.sku(item.remove("sku").asText());
        return new CatalogueItem(sku, item.toString());
    }
}
