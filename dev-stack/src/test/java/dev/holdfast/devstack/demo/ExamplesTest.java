package dev.holdfast.devstack.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the files of the examples folder become in a run. */
class ExamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final RunId RUN = new RunId("abcde");

    private final Examples examples = Examples.read(Path.of("../examples"), RUN);

    @Test
    void everyNameIsTheRunsOwn() throws Exception {
        Example first = examples.orders().getFirst();
        JsonNode order = JSON.readTree(first.body());

        assertTrue(first.key().endsWith("-abcde"));
        assertEquals("abcde-web-1001", order.get("reference").asText());
        assertTrue(order.at("/lines/0/sku").asText().endsWith("-abcde"));
        assertTrue(examples.catalogue().stream().allMatch(item -> item.sku().endsWith("-abcde")));
        assertTrue(examples.catalogue().stream().noneMatch(item -> item.body().contains("sku")));
    }

    @Test
    void oneLineIsBrokenOnPurposeAndIsSentAsItStands() {
        var broken = examples.orders().stream().filter(order -> !isJson(order.body())).toList();

        assertEquals(1, broken.size());
        assertTrue(broken.getFirst().body().startsWith("{\"idempotencyKey\""));
    }

    @Test
    void someItemsAreNotInTheCatalogue() throws Exception {
        Set<String> unknown = new HashSet<>();
        for (Example order : examples.orders()) {
            if (isJson(order.body())) {
                JSON.readTree(order.body())
                        .get("lines")
                        .forEach(line -> unknown.add(line.get("sku").asText()));
            }
        }
        unknown.removeAll(
                examples.catalogue().stream()
                        .map(Examples.CatalogueItem::sku)
                        .collect(Collectors.toSet()));
        assertEquals(Set.of("TEA-OOLONG-75-abcde", "GIFT-CARD-50-abcde"), unknown);
    }

    @Test
    void twoKeysComeTwiceOnceWithTheSameOrderAndOnceWithAnother() {
        var bodiesOfKey =
                examples.orders().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Example::key,
                                        Collectors.mapping(Example::body, Collectors.toList())));
        var twice = bodiesOfKey.values().stream().filter(bodies -> bodies.size() == 2).toList();

        assertEquals(2, twice.size());
        assertEquals(1, twice.stream().filter(bodies -> new HashSet<>(bodies).size() == 1).count());
    }

    private static boolean isJson(String text) {
        try {
            JSON.readTree(text);
            return true;
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
