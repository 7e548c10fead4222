package dev.holdfast.devstack.payments;

import java.security.SecureRandom;

/** Ids that look like Stripe's. */
final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 24;

    private Ids() {}

    static String next(String prefix) {
        var id = new StringBuilder(prefix).append('_');
        RANDOM.ints(LENGTH, 0, LETTERS.length()).forEach(i -> id.append(LETTERS.charAt(i)));
        return id.toString();
    }
}
