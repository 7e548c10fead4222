package dev.holdfast.devstack.demo;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/**
 * Keeps the runs of the demo apart: it is in every SKU, reference and idempotency key of a run.
 *
 * @param text five letters and digits
 */
record RunId(String text) {

    private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";
    private static final int LENGTH = 5;

    static RunId next() {
        return new RunId(
                new SecureRandom()
                        .ints(LENGTH, 0, LETTERS.length())
                        .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
                        .collect(Collectors.joining()));
    }

    String sku(String sku) {
        return sku + "-" + text;
    }

    String key(String key) {
        return key + "-" + text;
    }

    /** In front, so that a list of orders can be filtered by it. */
    String reference(String reference) {
        return referencePrefix() + reference;
    }

    String referencePrefix() {
        return text + "-";
    }
}
