package dev.holdfast.gateway.item;

import dev.holdfast.gateway.problem.Refused;

/** The names that items may be given. */
final class Sku {

    private Sku() {}

    /**
     * The SKU of a path.
     *
     * @throws Refused if no item can be called so
     */
    static String checked(String given) {
        if (!given.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            throw Refused.parameter(
                    "sku",
                    "must be 1 to 64 letters, digits, dots, dashes or underscores, and begin with a letter or digit");
        }
        return given;
    }
}
